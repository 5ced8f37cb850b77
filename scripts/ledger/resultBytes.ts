/**
 * The bytes of a JSON-RPC answer whose result is one long hex string, read as a stream: as text it
 * would not fit into one JavaScript string after some hundred thousand transactions.
 */
export async function* resultBytes(answer: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let before = "";
  let inside = false;
  let half = "";
  for await (const chunk of answer) {
    let text = chunk.toString("latin1");
    if (!inside) {
      before += text;
      const start = before.indexOf('"0x');
      if (start === -1) continue;
      inside = true;
      text = before.slice(start + 3);
    }
    const end = text.indexOf('"');
    const digits = half + (end === -1 ? text : text.slice(0, end));
    const even = digits.length - (digits.length % 2);
    half = digits.slice(even);
    yield Buffer.from(digits.slice(0, even), "hex");
    if (end !== -1) return;
  }
  throw new Error(`The node's answer holds no complete result: ${before.slice(0, 200)}`);
}
