// The MCP TypeScript SDK's client over stdio: lists the tools and calls each one in the sandbox.
// Usage: node sdk-client.mjs LAUNCHER [ARGUMENT...]
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { callOfV1, mainJob } from './main-job.mjs'

const [command, ...args] = process.argv.slice(2)
const client = new Client({ name: 'interop', version: '1' })
await client.connect(new StdioClientTransport({ command, args, env: process.env }))
const failed = await mainJob('TypeScript SDK v1, stdio', client, callOfV1(client))
await client.close()
process.exit(failed > 0 ? 1 : 0)
