// The MCP TypeScript SDK's client over stdio: lists the tools and calls each one in the sandbox.
// Usage: node sdk-client.mjs LAUNCHER [ARGUMENT...]
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { calls, remember } from './calls.mjs'

const [command, ...args] = process.argv.slice(2)
const client = new Client({ name: 'interop', version: '1' })
await client.connect(new StdioClientTransport({ command, args, env: process.env }))
const { tools } = await client.listTools()
const made = {}
let failed = 0
for (const [tool, given] of calls) {
  const argumentsOf = typeof given === 'function' ? given(made) : given
  let heard = 0
  const result = await client.callTool({ name: tool, arguments: argumentsOf }, undefined, {
    timeout: 60_000,
    onprogress: () => heard++,
  })
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
console.log(`${calls.length - failed} passed, ${failed + uncalled.length} failed (TypeScript SDK client, ${resources.length} resources read)`)
await client.close()
process.exit(failed + uncalled.length > 0 ? 1 : 0)
