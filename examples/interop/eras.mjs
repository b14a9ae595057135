// Where clients of both generations of the TypeScript SDK land when they choose for themselves, and the main job there:
// the second in the stateless era over both transports, the first in the last revision with sessions.
// Usage: node eras.mjs LAUNCHER
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v2 from '@modelcontextprotocol/client'
import { StdioClientTransport as StdioOfV2 } from '@modelcontextprotocol/client/stdio'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { serve } from './http-server.mjs'
import { callOfV1, callOfV2, mainJob } from './main-job.mjs'

const launcher = process.argv[2]
const { url, end } = await serve(launcher)
/** In a home of its own: the same request twice in a short time would find the first one's job. */
const home = () => mkdtempSync(join(tmpdir(), 'eras-'))
const stdio = () => ({ command: launcher, args: ['stdio', '--sandbox'], env: { ...process.env, HOME: home() } })
const headers = (tenant) => ({ requestInit: { headers: { 'X-MiniMax-Api-Key': `sk-api-eras-${tenant}` } } })

const newest = () => new v2.Client({ name: 'eras', version: '1' }, { versionNegotiation: { mode: 'auto' } })
const older = () => new Client({ name: 'eras', version: '1' })

/** How each says what it has agreed on. */
const landedV2 = async (client, transport) => {
  await client.connect(transport)
  return client.getNegotiatedProtocolVersion()
}
const landedV1 = async (client, transport) => {
  let agreed
  const told = transport.setProtocolVersion?.bind(transport)
  transport.setProtocolVersion = (version) => {
    agreed = version
    told?.(version)
  }
  await client.connect(transport)
  return agreed
}

const ways = [
  ['SDK v2 auto, stdio', '2026-07-28', newest(), landedV2, callOfV2, new StdioOfV2(stdio())],
  ['SDK v2 auto, /mcp', '2026-07-28', newest(), landedV2, callOfV2,
    new v2.StreamableHTTPClientTransport(new URL(url + '/mcp'), headers('new'))],
  ['SDK v1, stdio', '2025-11-25', older(), landedV1, callOfV1, new StdioClientTransport(stdio())],
  ['SDK v1, /mcp', '2025-11-25', older(), landedV1, callOfV1,
    new StreamableHTTPClientTransport(new URL(url + '/mcp'), headers('old'))],
]

let failed = 0
for (const [label, expected, client, land, call, transport] of ways) {
  try {
    const landed = await land(client, transport)
    console.log(`${landed === expected ? 'ok  ' : 'FAIL'} ${label} lands on ${landed}`)
    if (landed !== expected) failed++
    failed += await mainJob(label, client, call(client))
    const { prompts } = await client.listPrompts()
    const filled = await client.getPrompt({ name: prompts[0].name, arguments: { story: 'A boat comes home' } })
    if (!filled.messages[0].content.text.includes('A boat comes home')) failed++
  } catch (broken) {
    failed++
    console.log(`FAIL ${label}: ${broken.stack}`)
  }
  await client.close()
}
end()
process.exit(failed > 0 ? 1 : 0)
