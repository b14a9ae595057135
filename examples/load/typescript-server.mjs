// A server on the TypeScript SDK, as its documentation shows it: sessions, and one tool that answers at once.
// Usage: node typescript-server.mjs sse|json < the result that the tool is to give
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { z } from 'zod'

const enableJsonResponse = process.argv[2] === 'json'
const result = JSON.parse(readFileSync(0, 'utf8'))
const transports = new Map()

async function begin() {
  const server = new McpServer({ name: 'typescript', version: '1' })
  server.registerTool('estimate_cost', { inputSchema: { tool: z.string(), arguments: z.object({ prompt: z.string() }) } }, async () => result)
  const transport = new StreamableHTTPServerTransport({
    enableJsonResponse,
    sessionIdGenerator: randomUUID,
    onsessioninitialized: (id) => transports.set(id, transport),
  })
  await server.connect(transport)
  return transport
}

const http = createServer(async (request, response) => {
  const known = transports.get(request.headers['mcp-session-id'])
  await (known ?? await begin()).handleRequest(request, response)
})
http.listen(0, '127.0.0.1', () => console.error(`typescript listens on http://127.0.0.1:${http.address().port}/mcp`))
