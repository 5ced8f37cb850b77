import { networkCommand } from "./network/networkCommand.ts";

await networkCommand().parseAsync();
