import type { Command } from 'commander';
import { askGraphql, type Server } from './ask-graphql';

import { CliError, type Terminal } from './terminal';

const COUNTS = [
  'countedOn',
  'total',
  'met',
  'notMet',
  'inDraft',
  'awaitingAppraisal',
  'returned',
  'itemUnknown',
  'noComparableYear',
  'selfAssessedMet',
] as const;
const CHECK = `query CheckTallies {
  tallyCheck {
    compared differingCount
    differing { unitId indicator population year kept { ${COUNTS.join(' ')} } counted { ${COUNTS.join(' ')} } }
  }
}`;
const RECOUNT = 'mutation RecountTallies { recountTallies { counted userErrors { message } } }';

type Counts = Readonly<Record<(typeof COUNTS)[number], number | string>>;

interface Difference {
  readonly unitId: string;
  readonly indicator: string;
  readonly population: string;
  readonly year: number;
  readonly kept: Counts | null;
  readonly counted: Counts | null;
}

interface TallyCheck {
  readonly compared: number;
  readonly differingCount: number;
  readonly differing: readonly Difference[];
}

export function addTalliesCommands(program: Command, terminal: Terminal): void {
  const tallies = program.command('tallies').description('The counts that are kept beside the assessments');
  tallies
    .command('check')
    .description('Compare every kept tally with a count from scratch (MINISTRY or ADMIN); exit code 1 if any differs')
    .option('--mend', 'count anew what differs, then compare again', false)
    .action(async ({ mend }: { mend: boolean }) => {
      const server: Server = program.opts();
      let check = await printCheck(server, terminal);
      if (check.differingCount > 0 && mend) {
        terminal.print(`Counted anew: ${await recount(server)} tallies.`);
        check = await printCheck(server, terminal);
      }
      if (check.differingCount > 0) terminal.exitCode = 1;
    });
}

async function printCheck(server: Server, terminal: Terminal): Promise<TallyCheck> {
  const { tallyCheck } = await askGraphql<{ tallyCheck: TallyCheck }>(server, CHECK);
  for (const difference of tallyCheck.differing) terminal.print(differenceLine(difference));
  const { compared, differingCount, differing } = tallyCheck;
  const unshown = differingCount - differing.length;
  if (unshown > 0) terminal.print(`… and ${unshown} more`);
  terminal.print(`${compared} tallies compared, ${differingCount} of them differ from their count.`);
  return tallyCheck;
}

async function recount(server: Server): Promise<number> {
  const { recountTallies } = await askGraphql<{
    recountTallies: { counted: number | null; userErrors: readonly { message: string }[] };
  }>(server, RECOUNT);
  if (recountTallies.counted !== null) return recountTallies.counted;
  throw new CliError(recountTallies.userErrors[0]?.message ?? 'nothing was counted');
}

function differenceLine({ unitId, indicator, population, year, kept, counted }: Difference): string {
  const series = `${unitId} ${indicator} ${population} ${year}`;
  if (!kept) return `${series}: not kept`;
  if (!counted) return `${series}: kept, but no unit of the population is in it`;
  const parts = COUNTS.filter((name) => kept[name] !== counted[name]);
  return `${series}: ${parts.map((name) => `${name} ${kept[name]} kept, ${counted[name]} counted`).join('; ')}`;
}
