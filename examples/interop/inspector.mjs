// The inspector's command line over stdio: one process for each method, so each call stands alone.
// Usage: node inspector.mjs NODE INSPECTOR LAUNCHER
import { spawnSync } from 'node:child_process'
import { calls } from './calls.mjs'

const [node, inspector, launcher] = process.argv.slice(2)
let failed = 0

function run(label, ...args) {
  const { stdout, stderr, status } = spawnSync(
    node, [inspector, '--cli', launcher, 'stdio', '--sandbox', ...args], { encoding: 'utf8', timeout: 120_000 })
  let answer
  try { answer = JSON.parse(stdout) } catch { answer = undefined }
  const ok = status === 0 && answer !== undefined && !answer.isError
  if (!ok) failed++
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${label}${ok ? '' : `  ${(stderr || stdout).slice(0, 300)}`}`)
  return answer
}

const listed = run('tools/list', '--method', 'tools/list')
const standAlone = calls.filter(([, given]) => typeof given !== 'function')
for (const [tool, given] of standAlone) {
  const args = Object.entries(given).flatMap(([name, value]) =>
    ['--tool-arg', `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`])
  run(tool, '--method', 'tools/call', '--tool-name', tool, ...args)
}
run('resources/list', '--method', 'resources/list')
console.log(`${standAlone.length + 2 - failed} passed, ${failed} failed (inspector, ${listed?.tools?.length ?? 0} tools listed)`)
process.exit(failed > 0 ? 1 : 0)
