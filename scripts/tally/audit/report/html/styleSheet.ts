/** The report's one style sheet: light, for screens from a phone's on and for A4 paper. Fonts are the reader's own. */
export const styleSheet = `
:root{--ink:#16211d;--soft:#55635d;--line:#dcdad0;--paper:#fff;--wash:#f6f5f0;--accent:#0f5c4a;--red:#a3211a;--red-wash:#fbe9e7;--gold:#8a5a0c;--gold-wash:#faf1dc;--green-wash:#e5f1ec}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 "Inter","Segoe UI","Helvetica Neue",Arial,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 24px}
header{padding-top:48px}
h1{font-size:2rem;line-height:1.15;letter-spacing:-.02em;margin:0}
h2{font-size:1.3rem;line-height:1.25;letter-spacing:-.01em;margin:0 0 6px;padding-top:12px;border-top:2px solid var(--ink)}
h3{font-size:.95rem;margin:0 0 8px}
p{margin:0 0 10px;max-width:76ch}
a{color:var(--accent)}
main{counter-reset:section}
section{margin:44px 0 0}
section h2::before{counter-increment:section;content:counter(section) ". ";color:var(--soft)}
small{color:var(--soft);font-size:.85em}
code{font:.88em ui-monospace,"SF Mono","DejaVu Sans Mono",monospace}
.eyebrow{color:var(--accent);font-weight:650;letter-spacing:.06em;text-transform:uppercase;font-size:.78rem;margin:0 0 8px}
.subtitle,.lead{color:var(--soft)}
.subtitle{font-size:1.05rem;margin-top:8px}
.verdict{margin:24px 0;padding:16px 18px;border-left:5px solid var(--accent);background:var(--green-wash)}
.verdict p{margin:4px 0 0}
.verdict strong{font-size:1.1rem}
.verdict.findings{border-color:var(--red);background:var(--red-wash)}
.verdict.unchecked{border-color:var(--gold);background:var(--gold-wash)}
.figures{display:grid;grid-template-columns:repeat(3,1fr);gap:1px;background:var(--line);border:1px solid var(--line);margin:0 0 24px}
.figures div{background:var(--paper);padding:12px 14px}
.figures dt{color:var(--soft);font-size:.82rem}
.figures dd{margin:2px 0 0;font-size:1.25rem;font-weight:640;letter-spacing:-.01em;white-space:nowrap}
.figures dd small{font-weight:400}
nav ol{columns:2;column-gap:32px;padding-left:22px;margin:8px 0 0}
nav li{break-inside:avoid;margin:2px 0}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
.block{margin:20px 0 0}
figure.block{margin:20px 0 0}
.nothing,.rest{color:var(--soft);margin:0}
.rest{padding-top:6px}
.facts{display:grid;grid-template-columns:minmax(150px,220px) 1fr;gap:0;margin:16px 0 0}
.facts dt,.facts dd{margin:0;padding:6px 0;border-bottom:1px solid var(--line)}
.facts dt{color:var(--soft);padding-right:16px}
.facts dd{overflow-wrap:anywhere}
.scroll{overflow-x:auto}
.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.87rem;line-height:1.4}
th,td{padding:6px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
th{font-weight:600;color:var(--soft);vertical-align:bottom;border-bottom:1.5px solid var(--ink)}
.number{text-align:right;white-space:nowrap}
td .member,td code{white-space:nowrap}
.bad{color:var(--red);font-weight:650}
.callout{margin:16px 0 0;padding:12px 16px;border:1px solid var(--red);background:var(--red-wash)}
.bars{display:grid;grid-template-columns:minmax(90px,220px) minmax(80px,1fr) max-content;gap:7px 14px;align-items:center}
.bar{width:100%;height:16px;background:var(--wash);display:block}
.bar-name{overflow-wrap:anywhere;font-size:.87rem}
.bar-figure{font-size:.87rem;white-space:nowrap;text-align:right}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:10px;font-size:.82rem;color:var(--soft)}
.key{display:inline-flex;align-items:center;gap:6px}
.key svg{width:11px;height:11px}
.live,.due-0-30{fill:#0f5c4a}.settled{fill:#8fb8d8}.retired{fill:#c9c5b6}.due-31-90{fill:#4f9e86}.due-91-180{fill:#93c2b2}.due-over-180{fill:#cbe1d9}
.late-1-30{fill:#edbf5f}.late-31-90{fill:#d9892b}.late-91-180{fill:#bb5215}.late-over-180{fill:#8a1a14}.with{fill:#bb5215}.without{fill:#0f5c4a}
footer{overflow-wrap:anywhere;margin-top:48px;padding-top:16px;padding-bottom:40px;color:var(--soft);font-size:.85rem}
@media (max-width:640px){
main,header,footer{padding-left:16px;padding-right:16px}
header{padding-top:28px}
h1{font-size:1.6rem}
nav ol{columns:1}
.figures{grid-template-columns:1fr}
.figures div{display:flex;justify-content:space-between;gap:12px;align-items:baseline;padding:8px 12px}
.figures dd{font-size:1.05rem;margin:0}
table{min-width:540px}
td:first-child{min-width:7rem}
.facts{grid-template-columns:1fr}
.facts dt{border:0;padding-bottom:0}
.bars{grid-template-columns:1fr max-content;gap:2px 12px}
.bars .bar{grid-column:1/-1;grid-row:auto;order:0;margin-bottom:8px}
.bars{display:grid;grid-auto-flow:row dense}
.bar-name{grid-column:1}.bar-figure{grid-column:2}
}
@page{size:A4;margin:16mm 14mm 18mm}
@media print{
html{font-size:10pt}
body{font-size:9.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main,header,footer{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
section{margin-top:22pt}
h2,h3{break-after:avoid}
.scroll{overflow:visible}
table{font-size:7.6pt}
th,td{padding:3pt 5pt}
thead{display:table-header-group}
tr,figure,.verdict,.callout,.figures{break-inside:avoid}
.annex{break-before:page}
a{color:inherit;text-decoration:none}
}
`;
