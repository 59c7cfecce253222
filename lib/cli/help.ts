const connection = `  --url <address>     where Touchstone is; otherwise TOUCHSTONE_URL
  --key <secret>      an API key (Settings, API keys); otherwise TOUCHSTONE_API_KEY, which no list of processes shows
  --help              this text`;

export const help = `touchstone: Touchstone from a terminal and from CI

  touchstone run --dataset <name> --model <name>     start a run and print its address
  touchstone gate --run <number, id or address>      say whether a run passes its dataset's gate
  touchstone policy --dataset <name>                 print or set what runs of a dataset must meet

touchstone <command> --help tells more. Address and key come from TOUCHSTONE_URL and TOUCHSTONE_API_KEY.`;

const gate = `touchstone gate --run <number, id or address> [--wait] [--json]

Measures a run by the policy and the baseline in force, and prints the verdict and every rule with its figure.

  --run <which>       the run's number, its id, or the address that "touchstone run" prints
  --wait              wait for the end of the run first
  --timeout <minutes> how long to wait; without it, as long as it takes
  --json              print what the API answers
${connection}

Exit code: 0 pass, 1 fail, 2 not enough evidence, 3 no verdict: wrong use, not reachable, no policy, not ended.
A key with the role editor measures the run now; with a lower role, the last result is printed.`;

const run = `touchstone run --dataset <name> --model <name> [--splits <list>] [--repetitions <k>] [--wait]

Asks a model about the cases of the dataset's newest version, judges the answers by the dataset's graders, and prints the
address of the run. Needs a key with the role editor.

  --dataset <name>    the dataset's name, exactly
  --model <name>      the model's name, exactly; its newest version is asked
  --splits <list>     some of tuning,held-out,fresh; all of them without it
  --repetitions <k>   how often each case is asked; 1 without it
  --wait              wait for the end of the run
  --timeout <minutes> how long to wait; without it, as long as it takes
${connection}

Exit code: 0 started (with --wait: finished), 1 cancelled or stopped on an error, 3 wrong use or not reachable.`;

const policy = `touchstone policy --dataset <name> [--set <file.json>] [--note <text>]

Prints the policy of a dataset as JSON, or makes the JSON of a file its next version. What is printed can be set again.
Setting what is in force already changes nothing. Setting needs a key with the role editor.

  --dataset <name>    the dataset's name, exactly
  --set <file.json>   the new policy; - reads standard input
  --note <text>       kept with the new version
${connection}

Exit code: 0 done, 3 wrong use, not reachable, or no policy to print.`;

export const commandHelp = { gate, run, policy };
