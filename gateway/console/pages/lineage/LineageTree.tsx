import { useMemo, useRef, useState } from "react";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { boxSize } from "./boxSize.ts";
import { LineageLinks } from "./LineageLinks.tsx";
import { LineageNode } from "./LineageNode.tsx";
import { layoutLineage } from "./layoutLineage.ts";
import type { LineageData } from "./lineageData.ts";
import { pathOf } from "./pathOf.ts";
import { useInSight } from "./useInSight.ts";

/** The tree of a receivable's certificates, from the root at the left; the path to one of them stands out. */
export function LineageTree({
  data,
  here,
}: {
  readonly data: LineageData;
  readonly here?: string;
}) {
  const { t } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const path = useMemo(() => pathOf(data.nodes, here), [data.nodes, here]);
  const layout = useMemo(() => layoutLineage(data.nodes, path, opened), [data.nodes, path, opened]);
  useInSight(frame, layout, here);
  const fit = () =>
    setZoom(Math.max(0.35, Math.min(1, (frame.current?.clientWidth ?? 1) / layout.width)));
  return (
    <div className="lineage" ref={frame}>
      <div className="lineage-tools">
        <button type="button" className="button button-small" onClick={() => setZoom(zoom * 1.25)}>
          + <span className="visually-hidden">{t.certificate.zoomIn}</span>
        </button>
        <button type="button" className="button button-small" onClick={() => setZoom(zoom / 1.25)}>
          − <span className="visually-hidden">{t.certificate.zoomOut}</span>
        </button>
        <button type="button" className="button button-small" onClick={fit}>
          {t.certificate.fit}
        </button>
      </div>
      <svg
        width={layout.width * zoom}
        height={layout.height * zoom}
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        role="img"
        aria-label={t.certificate.lineage}
      >
        <LineageLinks boxes={layout.boxes} path={path} />
        {layout.boxes.map(({ x, y, data: box, parent }) => (
          <g key={box.id} transform={`translate(${y} ${x})`}>
            {box.item === undefined ? (
              // biome-ignore lint/a11y/useSemanticElements: SVG has no button element
              <g
                className="lineage-node lineage-node-spent"
                role="button"
                tabIndex={0}
                onClick={() => setOpened(new Set([...opened, parent?.data.id ?? ""]))}
                onKeyDown={({ key }) => {
                  if (key === "Enter") setOpened(new Set([...opened, parent?.data.id ?? ""]));
                }}
              >
                <rect width={boxSize.width} height={boxSize.height} rx="10" />
                <text x="12" y="33">
                  {`+ ${box.heap}`}
                </text>
              </g>
            ) : (
              <LineageNode item={box.item} currency={data.currency} here={box.id === here} />
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
