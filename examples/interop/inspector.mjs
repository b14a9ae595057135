// The inspector's command line, over stdio and by both ways of HTTP: one process for each method, so each call stands alone.
// Usage: node inspector.mjs NODE INSPECTOR LAUNCHER
import { spawnSync } from 'node:child_process'
import { calls } from './calls.mjs'
import { serve } from './http-server.mjs'

const [node, inspector, launcher] = process.argv.slice(2)
let failed = 0
let ran = 0

function run(label, target, ...args) {
  const { stdout, stderr, status } = spawnSync(
    node, [inspector, '--cli', ...target, ...args], { encoding: 'utf8', timeout: 120_000 })
  let answer
  try { answer = JSON.parse(stdout) } catch { answer = undefined }
  const ok = status === 0 && answer !== undefined && !answer.isError
  ran++
  if (!ok) failed++
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${label}${ok ? '' : `  ${(stderr || stdout).slice(0, 300)}`}`)
  return answer
}

function call(target, [tool, given]) {
  const args = Object.entries(given).flatMap(([name, value]) =>
    ['--tool-arg', `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`])
  run(tool, target, '--method', 'tools/call', '--tool-name', tool, ...args)
}

const standAlone = calls.filter(([, given]) => typeof given !== 'function')
const stdio = [launcher, 'stdio', '--sandbox']
const listed = run('tools/list', stdio, '--method', 'tools/list')
standAlone.forEach((each) => call(stdio, each))
run('resources/list', stdio, '--method', 'resources/list')

const { url, end } = await serve(launcher)
const generating = standAlone.filter(([tool]) => tool.startsWith('generate_'))
for (const [transport, path] of [['http', '/mcp'], ['sse', '/sse']]) {
  // A tenant of its own, so that it makes what it asks for.
  const target = [url + path, '--transport', transport, '--header', `X-MiniMax-Api-Key: sk-api-inspector-${transport}`]
  run(`tools/list ${path}`, target, '--method', 'tools/list')
  generating.forEach((each) => call(target, each))
}
end()
console.log(`${ran - failed} passed, ${failed} failed (inspector, ${listed?.tools?.length ?? 0} tools listed)`)
process.exit(failed > 0 ? 1 : 0)
