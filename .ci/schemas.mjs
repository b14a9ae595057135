// Validates recorded messages of both directions against the official schemas of their revisions.
// Usage: node schemas.mjs FOLDER [SPECIFICATION TASKS]
//
// Without checkouts of the specification: the JSON Schemas of 2025-03-26 to 2026-07-28 are those that the official conformance
// suite carries, the very files of the specification. Of 2024-11-05 and of the tasks extension npm has none; there the types of
// the official packages stand in, the TypeScript SDK of that revision and the extension's own.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'

const NEWEST = '2026-07-28'
const META = 'io.modelcontextprotocol/'
const [folder, specification, extension] = process.argv.slice(2)
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

function schemasOfTheSuite() {
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

/** Which definition each method has, by the methods that they name. */
function methodsOf(names, methodOf) {
  const named = names.map((name) => [methodOf(name), name])
  return Object.fromEntries(named.filter(([method, name]) => method && !/^(Client|Server)/.test(name)))
}

function compiled(schema, id) {
  const ajv = new (schema.$schema.includes('2020-12') ? Ajv2020 : Ajv)({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.addFormat('byte', true)
  ajv.addSchema({ ...schema, $id: `mcp://${id}` })
  const key = schema.$defs ? '$defs' : 'definitions'
  const validators = {}
  const methods = methodsOf(Object.keys(schema[key]), (name) => schema[key][name].properties?.method?.const)
  return {
    has: (name) => name in schema[key],
    ofMethod: (method) => methods[method],
    errors: (name, value) => {
      validators[name] ??= ajv.compile({ $ref: `mcp://${id}#/${key}/${name}` })
      return validators[name](value) ? [] : validators[name].errors.map((e) => `${name}${e.instancePath} ${e.message}`)
    },
  }
}

/** The same from the types of a package, whose names end so. */
function typed(types, ending) {
  const schema = (name) => types[name + ending]
  const names = Object.keys(types).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length))
  const methods = methodsOf(names, (name) => schema(name).shape?.method?.value)
  return {
    has: (name) => schema(name) !== undefined,
    ofMethod: (method) => methods[method],
    errors: (name, value) => {
      const read = schema(name).safeParse(value)
      return read.success ? [] : read.error.issues.map((issue) => `${name}/${issue.path.join('/')} ${issue.message}`)
    },
  }
}

const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'))
const ofPackage = (name, file) => import(join(import.meta.dirname, 'node_modules', name, 'dist', file))
const dated = specification
  ? Object.fromEntries(readdirSync(join(specification, 'schema')).filter((name) => name !== 'draft')
    .map((revision) => [revision, json(specification, 'schema', revision, 'schema.json')]))
  : schemasOfTheSuite()
const schemas = Object.fromEntries(Object.entries(dated).map(([revision, schema]) => [revision, compiled(schema, revision)]))
schemas['2024-11-05'] ??= typed(await ofPackage('oldest', 'types.js'), 'Schema')
const tasks = extension
  ? compiled(json(extension, 'schema', 'draft', 'schema.json'), 'tasks')
  : typed(await ofPackage('tasks', 'core/v2/schemas.js'), 'V2Schema')

/** The definition of this method, in the extension where it is the extension's. */
function definition(method, schema) {
  return tasks.ofMethod(method) && schema === schemas[NEWEST]
    ? [tasks, tasks.ofMethod(method)]
    : [schema, schema.ofMethod(method)]
}

/** What is wrong with a request or notification, whoever sent it. */
function problemsOfCall(message, schema) {
  const [source, known] = definition(message.method, schema)
  const envelope = message.id === undefined ? 'JSONRPCNotification' : 'JSONRPCRequest'
  return [...schema.errors(envelope, message), ...(known ? source.errors(known, message) : [])]
}

/** What is wrong with an answer to this request, whoever sent it. */
function problemsOfAnswer(message, schema, method) {
  if (message.error !== undefined && message.id === undefined) {
    // Before 2025-11-25 the schemas had no answer to what cannot be told.
    return schemas['2025-11-25'].errors('JSONRPCErrorResponse', message)
  }
  if (message.error !== undefined) {
    return schema.errors(schema.has('JSONRPCErrorResponse') ? 'JSONRPCErrorResponse' : 'JSONRPCError', message)
  }
  const envelope = schema.has('JSONRPCResultResponse') ? 'JSONRPCResultResponse' : 'JSONRPCResponse'
  const [source, known] = definition(method, schema)
  const special = { input_required: [schema, 'InputRequiredResult'], task: [tasks, 'CreateTaskResult'] }
  const [from, result] = special[message.result.resultType] ?? [source, known?.replace(/Request$/, 'Result')]
  return [...schema.errors(envelope, message), ...(result && from.has(result) ? from.errors(result, message.result) : [])]
}

const checked = {}
let failed = 0
function check(direction, revision, message, found) {
  const key = `${revision} ${direction}`
  checked[key] = (checked[key] ?? 0) + 1
  if (found.length > 0) {
    failed++
    console.log(`FAIL ${key} ${JSON.stringify(message).slice(0, 300)}\n     ${found.slice(0, 4).join('\n     ')}`)
  }
}

/** One connection: what is asked on it, and what is agreed. */
class Conversation {
  asked = new Map()
  session

  revision(stateless) {
    return stateless ? NEWEST : this.session ?? '2025-11-25'
  }

  /** Requests of the client are held back until they are answered: what was refused was often wrong on purpose. */
  client(message) {
    if (message.method === undefined) {
      const question = this.asked.get(`server ${message.id}`)
      if (question && message.result) check('client', this.revision(), message, problemsOfAnswer(message, schemas[this.revision()], question))
    } else if (message.id !== undefined) {
      this.asked.set(message.id, message)
    } else if (message.params !== undefined || message.method !== 'notifications/cancelled') {
      check('client', this.revision(), message, problemsOfCall(message, schemas[this.revision()]))
    }
  }

  server(message) {
    if (message.method !== undefined) {
      if (message.id !== undefined) this.asked.set(`server ${message.id}`, message.method)
      const revision = this.revision(message.params?._meta?.[`${META}subscriptionId`] !== undefined)
      check('server', revision, message, problemsOfCall(message, schemas[revision]))
      return
    }
    const request = this.asked.get(message.id)
    const stateless = request?.params?._meta?.[`${META}protocolVersion`] !== undefined
      || request?.method === 'server/discover' || message.result?.resultType !== undefined
    if (request?.method === 'initialize' && !stateless) this.session = message.result?.protocolVersion ?? this.session
    const revision = this.revision(stateless)
    check('server', revision, message, problemsOfAnswer(message, schemas[revision], request?.method))
    if (request && message.result) check('client', revision, request, problemsOfCall(request, schemas[revision]))
  }
}

for (const file of readdirSync(folder)) {
  const conversation = new Conversation()
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)) {
    let said
    try {
      said = JSON.parse(line.slice(1))
    } catch (brokenOnPurpose) {
      continue
    }
    for (const message of [said].flat().filter((it) => it.jsonrpc === '2.0')) {
      line[0] === '>' ? conversation.client(message) : conversation.server(message)
    }
  }
}
const counts = Object.entries(checked).sort()
for (const [key, count] of counts) console.log(`${key}: ${count}`)
const sum = counts.reduce((all, [, count]) => all + count, 0)
console.log(`${sum - failed} messages valid, ${failed} not`)
process.exit(failed > 0 || Object.keys(schemas).some((revision) => !checked[`${revision} server`]) ? 1 : 0)
