// Runs the conformance suites against a server at the URL given, and says what came of it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const runs = [
  { suite: 'newest', options: ['--requirements', '2025-11-25'] },
  { suite: 'stable', options: [] },
]
// What does not pass and never counts, and why we leave it so.
const reasons = {
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

let [passed, failed, conforms] = [0, 0, true]
for (const { suite, options } of runs) {
  const home = join(here, 'node_modules', suite)
  const version = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
  const folder = mkdtempSync(join(here, 'results-'))
  const command = [join(home, 'dist', 'index.js'), 'server', '--url', url, ...options, '-o', folder]
  const run = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 300_000 })
  const all = checks(folder)
  const bad = all.filter((check) => ['FAILURE', 'WARNING'].includes(check.status))
  const failures = bad.filter((check) => check.status === 'FAILURE')
  const good = all.filter((check) => check.status === 'SUCCESS')
  console.log(`\n== conformance ${version} ${options.join(' ')}`)
  const scenarios = new Set(all.map((check) => check.scenario))
  console.log(`${scenarios.size} scenarios, ${good.length} checks passed, ${failures.length} failed`)
  for (const check of bad) {
    console.log(`${check.status} ${check.scenario} ${check.id}: ${reasons[check.scenario] ?? check.errorMessage}`)
  }
  // Its exit code knows which scenarios count for the revision.
  if (run.status !== 0 || good.length === 0) {
    conforms = false
    console.log(run.stdout.slice(-4000) + run.stderr)
  }
  passed += good.length
  failed += failures.length
}
console.log(`\n${passed} passed, ${failed} failed${conforms ? '' : ': does not conform'}`)
process.exit(conforms ? 0 : 1)
