// Runs the conformance suites against a server at the URL given, and says what came of it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const runs = [
  { suite: 'newest', options: ['--requirements', '2025-11-25'] },
  { suite: 'newest', options: ['--requirements', '2026-07-28'] },
  { suite: 'stable', options: [] },
]
// What does not pass and never counts, and why we leave it so; by scenario or by check.
const reasons = {
  'http-custom-header-server-validation': 'no tool of ours wants an argument in a header (x-mcp-header)',
  'sep-2575-server-sends-prompts-list-changed-on-subscription': 'our prompts never change, as server/discover says',
  'tasks-status-notifications': 'the suite does not look at subscriptions/listen yet; TasksTest does',
  'server-sse-polling': 'no event is ever sent twice: paid work is found again by its job, and 2026-07-28 has no event ids',
}
const here = import.meta.dirname
const [url] = process.argv.slice(2)

/** Every check of a run that says something, with the scenario it belongs to. */
function checks(folder) {
  return readdirSync(folder).flatMap((name) => {
    const scenario = name.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT[\d-]+Z$/, '')
    return JSON.parse(readFileSync(join(folder, name, 'checks.json'), 'utf8')).map((check) => ({ scenario, ...check }))
  })
}

/** The scenarios that a revision's list says are run but never count. */
function unscored(home, [, revision]) {
  if (!revision) return []
  const list = readFileSync(join(home, 'requirements', `${revision}.yaml`), 'utf8')
  return [...list.slice(list.indexOf('\nnot_scored:')).matchAll(/- scenario: (\S+)/g)].map(([, scenario]) => scenario)
}

let [passed, failed, uncounted, conforms] = [0, 0, 0, true]
for (const { suite, options } of runs) {
  const home = join(here, 'node_modules', suite)
  const version = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
  const folder = mkdtempSync(join(here, 'results-'))
  const command = [join(home, 'dist', 'index.js'), 'server', '--url', url, ...options, '-o', folder]
  const run = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 300_000 })
  const all = checks(folder)
  const bad = all.filter((check) => ['FAILURE', 'WARNING', 'SKIPPED'].includes(check.status))
  const aside = unscored(home, options)
  const failures = bad.filter((check) => check.status === 'FAILURE' && !aside.includes(check.scenario))
  const others = bad.filter((check) => check.status === 'FAILURE').length - failures.length
  const good = all.filter((check) => check.status === 'SUCCESS')
  console.log(`\n== conformance ${version} ${options.join(' ')}`)
  const scenarios = new Set(all.map((check) => check.scenario))
  console.log(`${scenarios.size} scenarios, ${good.length} checks passed, ${failures.length} failed, ${others} more that do not count`)
  for (const check of bad) {
    console.log(`${check.status} ${check.scenario} ${check.id}: ${reasons[check.id] ?? reasons[check.scenario] ?? check.errorMessage}`)
  }
  // Its exit code knows which scenarios count for the revision.
  if (run.status !== 0 || good.length === 0) {
    conforms = false
    console.log(run.stdout.slice(-4000) + run.stderr)
  }
  passed += good.length
  failed += failures.length
  uncounted += others
}
if (uncounted > 0) console.log(`\n${uncounted} checks of scenarios that never count did not pass, for the reasons above`)
console.log(`${passed} passed, ${failed} failed${conforms ? '' : ': does not conform'}`)
process.exit(conforms ? 0 : 1)
