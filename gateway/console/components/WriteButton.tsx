import { useWrite, type Write } from "../api/useWrite.ts";
import { Problem } from "./Problem.tsx";

/** A button that sends one write; a refusal is shown under it. */
export function WriteButton({
  write,
  label,
  tone = "",
  small = true,
}: {
  readonly write: Write;
  readonly label: string;
  readonly tone?: "" | "button-primary" | "button-danger";
  readonly small?: boolean;
}) {
  const sending = useWrite();
  return (
    <span className="write-button">
      <button
        type="button"
        className={`button ${small ? "button-small" : ""} ${tone}`}
        disabled={sending.isPending}
        onClick={() => sending.mutate(write)}
      >
        {label}
      </button>
      <Problem error={sending.error} />
    </span>
  );
}
