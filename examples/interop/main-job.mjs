// Every tool once, by any client that lists tools, calls them and reads resources.
import { calls, remember } from './calls.mjs'

/**
 * @param call (name, arguments, onprogress) => result
 * @returns how many things did not go as they should
 */
export async function mainJob(label, client, call) {
  const { tools } = await client.listTools()
  const made = { by: label.replace(/\W/g, '') }
  let failed = 0
  for (const [tool, given] of calls) {
    const argumentsOf = typeof given === 'function' ? given(made) : given
    let heard = 0
    const result = await call(tool, argumentsOf, () => heard++)
    const ok = !result.isError && result.structuredContent !== undefined
    if (!ok) failed++
    else remember(made, tool, result.structuredContent)
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${tool.padEnd(16)} ${heard} progress  ${result.content[0].text.slice(0, 100)}`)
  }
  const uncalled = tools.map(t => t.name).filter(name => !calls.some(([tool]) => tool === name))
  if (uncalled.length > 0) console.log(`FAIL not called: ${uncalled.join(', ')}`)
  const { resources } = await client.listResources()
  for (const { uri } of resources.filter(r => r.uri.startsWith('minimax://'))) {
    const { contents } = await client.readResource({ uri })
    if (contents.length !== 1) failed++
  }
  failed += uncalled.length
  console.log(`${calls.length - failed} passed, ${failed} failed (${label}, ${resources.length} resources read)`)
  return failed
}

/** How clients of the SDK's first generation call a tool. */
export const callOfV1 = (client) => (name, given, onprogress) =>
  client.callTool({ name, arguments: given }, undefined, { timeout: 60_000, onprogress })

/** How those of the second do. */
export const callOfV2 = (client) => (name, given, onprogress) =>
  client.callTool({ name, arguments: given }, { timeout: 60_000, onprogress })
