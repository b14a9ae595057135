// Validates recorded messages against the official schemas that the conformance suite carries.
// Usage: node schemas.mjs FOLDER
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'

const require = createRequire(import.meta.url)
const suite = require.resolve('newest/package.json').replace('package.json', 'dist/index.js')
const ofSuite = createRequire(suite)
const { Ajv } = ofSuite('ajv')
const { Ajv2020 } = ofSuite('ajv/dist/2020.js')
const addFormats = ofSuite('ajv-formats').default

/** The object literal that begins here; it holds nothing but data. */
function literal(source, start) {
  let depth = 0
  let quote = ''
  for (let i = start; i < source.length; i++) {
    const c = source[i]
    if (quote) {
      if (c === '\\') i++
      else if (c === quote) quote = ''
    } else if (c === '`' || c === '"' || c === "'") quote = c
    else if (c === '{') depth++
    else if (c === '}' && --depth === 0) return runInNewContext(`(${source.slice(start, i + 1)})`)
  }
  throw new Error('a schema has no end')
}

/** By a definition that its revision brought. */
const BROUGHT = [
  ['2026-07-28', 'DiscoverRequest'],
  ['2025-11-25', 'ElicitationCompleteNotification'],
  ['2025-06-18', 'ElicitRequest'],
  ['2025-03-26', 'JSONRPCBatchRequest'],
]

function officialSchemas() {
  const source = readFileSync(suite, 'utf8')
  const found = {}
  for (const { index } of source.matchAll(/\{\$schema:`[^`]*`,(definitions|\$defs):\{Annotations:/g)) {
    const schema = JSON.parse(JSON.stringify(literal(source, index)))
    const definitions = schema.$defs ?? schema.definitions
    found[BROUGHT.find(([, definition]) => definition in definitions)[0]] = schema
  }
  if (Object.keys(found).length !== BROUGHT.length) throw new Error(`schemas found: ${Object.keys(found)}`)
  return found
}

function compiled(schema, revision) {
  const ajv = new (schema.$schema.includes('2020-12') ? Ajv2020 : Ajv)({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.addFormat('byte', true)
  ajv.addSchema({ ...schema, $id: `mcp://${revision}` })
  const key = schema.$defs ? '$defs' : 'definitions'
  const validators = {}
  const methods = {}
  for (const [name, definition] of Object.entries(schema[key])) {
    const method = definition.properties?.method?.const
    if (method && !/^(Client|Server)/.test(name)) methods[method] = name
  }
  return {
    has: (name) => name in schema[key],
    ofMethod: (method) => methods[method],
    errors: (name, value) => {
      validators[name] ??= ajv.compile({ $ref: `mcp://${revision}#/${key}/${name}` })
      return validators[name](value) ? [] : validators[name].errors.map((e) => `${name}${e.instancePath} ${e.message}`)
    },
  }
}

const NEWEST = '2026-07-28'
const REVISION = 'io.modelcontextprotocol/protocolVersion'
const schemas = Object.fromEntries(
  Object.entries(officialSchemas()).map(([revision, schema]) => [revision, compiled(schema, revision)]))

/** What is wrong with one message of the server. */
function problems(message, schema, asked) {
  if (message.method !== undefined) {
    const known = schema.ofMethod(message.method)
    const envelope = message.id === undefined ? 'JSONRPCNotification' : 'JSONRPCRequest'
    return [...schema.errors(envelope, message), ...(known ? schema.errors(known, message) : [])]
  }
  if (message.error !== undefined) {
    return schema.errors(schema.has('JSONRPCErrorResponse') ? 'JSONRPCErrorResponse' : 'JSONRPCError', message)
  }
  const envelope = schema.has('JSONRPCResultResponse') ? 'JSONRPCResultResponse' : 'JSONRPCResponse'
  const types = { input_required: 'InputRequiredResult', task: 'Result' }
  const typed = types[message.result.resultType] ?? schema.ofMethod(asked?.method)?.replace(/Request$/, 'Result')
  return [
    ...schema.errors(envelope, message),
    ...(typed && schema.has(typed) ? schema.errors(typed, message.result) : []),
  ]
}

const checked = {}
let failed = 0
const folder = process.argv[2]
for (const file of readdirSync(folder)) {
  const asked = new Map()
  let session
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)) {
    let message
    try {
      message = JSON.parse(line.slice(1))
    } catch (brokenOnPurpose) {
      continue
    }
    if (line[0] === '>') {
      if (message.method && message.id !== undefined) {
        const stateless = message.params?._meta?.[REVISION] !== undefined || message.method === 'server/discover'
        asked.set(message.id, { method: message.method, stateless })
      }
      continue
    }
    const request = asked.get(message.id)
    if (request?.method === 'initialize' && !request.stateless) session = message.result?.protocolVersion ?? session
    const isStateless = request ? request.stateless
      : message.params?._meta?.['io.modelcontextprotocol/subscriptionId'] !== undefined
        || message.result?.resultType !== undefined
    const revision = isStateless ? NEWEST : session ?? '2025-11-25'
    const schema = schemas[revision]
    if (!schema) continue
    checked[revision] = (checked[revision] ?? 0) + 1
    const found = problems(message, schema, request)
    if (found.length > 0) {
      failed++
      console.log(`FAIL ${revision} ${request?.method ?? ''} ${line.slice(1, 300)}\n     ${found.slice(0, 4).join('\n     ')}`)
    }
  }
}
const sum = Object.values(checked).reduce((a, b) => a + b, 0)
console.log(`${JSON.stringify(checked)}: ${sum - failed} messages valid, ${failed} not`)
process.exit(failed > 0 || sum === 0 ? 1 : 0)
