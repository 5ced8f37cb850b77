import { Command, InvalidArgumentError } from "commander";
import { addValidator } from "../verbs/validators/addValidator.ts";
import { listValidators } from "../verbs/validators/listValidators.ts";
import { removeValidator } from "../verbs/validators/removeValidator.ts";
import { renewValidators } from "../verbs/validators/renewValidators.ts";
import { transactionCommands } from "./transactionCommands.ts";
import { type SharedFlags, verb } from "./verb.ts";

const days = (text: string): number => {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a number of days.");
};

const number = (text: string): number => {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is the number of a validator.");
};

function listCommand(): Command {
  return verb
    .command("list", "who validates the ledger, until when, and whose keys change that")
    .action((flags: SharedFlags) =>
      verb.read(flags, async ({ directory }) => {
        const answer = await listValidators(directory);
        const { validators, owners, threshold, warnings } = answer;
        const lines = validators.map(({ index, nodeId, endsAt, days: left }) => {
          const name = index === null ? "elsewhere" : `validator ${index}`;
          return `${name}  ${nodeId}  until ${endsAt?.slice(0, 10)} (${left} days)`;
        });
        const owned = `${threshold} of ${owners.length} keys change them: ${owners.join(", ")}`;
        return { answer, lines: [...lines, owned, ...warnings] };
      }),
    );
}

function addCommand(): Command {
  return verb
    .command("add", "start one more validator and add it, by the members' keys kept here")
    .action((flags: SharedFlags) =>
      verb.change(flags, async (options) => {
        const answer = await addValidator(options);
        const { index, nodeId, fromBlock } = answer;
        const line = `validator ${index}, ${nodeId}, counts from block ${fromBlock} on`;
        return { answer, lines: [line] };
      }),
    );
}

function removeCommand(): Command {
  return verb
    .command("remove", "remove a validator, by the members' keys kept here; its node goes on")
    .argument("<number>", "which", number)
    .action((index: number, flags: SharedFlags) =>
      verb.change(flags, async (options) => {
        const answer = await removeValidator(options, index);
        const line = `validator ${index}, ${answer.nodeId}, counts no more from block ${answer.fromBlock} on`;
        return { answer, lines: [line] };
      }),
    );
}

function replaceCommand(): Command {
  return verb
    .command("replace", "add a validator, then remove another one")
    .argument("<number>", "which one goes", number)
    .action((index: number, flags: SharedFlags) =>
      verb.change(flags, async (options) => {
        const added = await addValidator(options);
        const removed = await removeValidator(options, index);
        const line = `validator ${added.index} took the place of validator ${index}`;
        return { answer: { added, removed }, lines: [line] };
      }),
    );
}

function renewCommand(): Command {
  return verb
    .command("renew", "give a successor to each validator whose time runs out")
    .option("--within <days>", "how soon it would", days, 30)
    .addHelpText(
      "after",
      "\nThe engine prolongs no stake: a successor has a new identity and a stake of a year.",
    )
    .action((flags: SharedFlags & { readonly within: number }) =>
      verb.change(flags, async (options) => {
        const renewed = await renewValidators(options, flags.within);
        const lines = renewed.map(
          ({ added, removed }) => `validator ${added.index} succeeds validator ${removed.index}`,
        );
        const none = `no validator ends within ${flags.within} days`;
        return { answer: { renewed }, lines: lines.length === 0 ? [none] : lines };
      }),
    );
}

/** `npm run network -- validators`. */
export function validatorCommands(): Command {
  const validators = new Command("validators").description("who validates the ledger");
  const own = [listCommand(), addCommand(), removeCommand(), replaceCommand(), renewCommand()];
  for (const command of [...own, ...transactionCommands()]) validators.addCommand(command);
  return validators;
}
