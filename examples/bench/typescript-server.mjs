// A server on the TypeScript SDK, as its documentation shows it, with one tool that answers at once: with sessions on its
// first version, a server for each request on its second; and, to see what the machine gives at most, Node's HTTP alone.
// Usage: node typescript-server.mjs sse|json|stateless|bare < the result that the tool is to give
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { toNodeHandler } from '@modelcontextprotocol/node'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { createMcpHandler, McpServer as StatelessMcpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'

const kind = process.argv[2]
const result = JSON.parse(readFileSync(0, 'utf8'))

function offering(server) {
  const inputSchema = z.object({ tool: z.string(), arguments: z.object({ prompt: z.string() }) })
  server.registerTool('estimate_cost', { inputSchema }, async () => result)
  return server
}

function withSessions(enableJsonResponse) {
  const transports = new Map()
  async function begin() {
    const transport = new StreamableHTTPServerTransport({
      enableJsonResponse,
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => transports.set(id, transport),
    })
    await offering(new McpServer({ name: 'typescript', version: '1' })).connect(transport)
    return transport
  }
  return async (request, response) =>
    (transports.get(request.headers['mcp-session-id']) ?? await begin()).handleRequest(request, response)
}

function bare(request, response) {
  let body = ''
  request.on('data', (bytes) => { body += bytes })
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ jsonrpc: '2.0', id: JSON.parse(body).id, result }))
  })
}

const handlers = {
  sse: () => withSessions(false),
  json: () => withSessions(true),
  stateless: () => toNodeHandler(createMcpHandler(() => offering(new StatelessMcpServer({ name: 'typescript', version: '2' })))),
  bare: () => bare,
}
const http = createServer(handlers[kind]())
http.listen(0, '127.0.0.1', () => console.error(`typescript listens on http://127.0.0.1:${http.address().port}/mcp`))
