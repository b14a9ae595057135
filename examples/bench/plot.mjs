// Figures as bars in an SVG that reads well on light and on dark pages.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [WIDTH, NAMES, VALUES, ROW, HEAD] = [760, 280, 60, 22, 34]
const STYLE = `text { font: 13px system-ui, sans-serif; fill: #1f2328 } .head { font-weight: 600 } .theirs { fill: #9aa4af }
.ours { fill: #1a7f64 } @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .theirs { fill: #6e7681 } .ours { fill: #3fb68b } }`

/**
 * Writes `name`.svg where PLOTS says, or nothing where it says nothing.
 * @param groups of bars with a scale of their own: `{ title, rows: [{ name, value, ours }] }`
 */
export function plot(name, groups) {
  if (!process.env.PLOTS) return
  let y = 0
  const parts = groups.flatMap(group => {
    const drawn = bars(group, y)
    y += HEAD + ROW * group.rows.length + 10
    return drawn
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-label="${escaped(groups.map(g => g.title).join('; '))}">
<style>${STYLE}</style>
${parts.join('\n')}
</svg>
`
  writeFileSync(join(process.env.PLOTS, `${name}.svg`), svg)
}

function bars({ title, rows }, top) {
  const most = Math.max(...rows.map(row => row.value))
  const lines = rows.map(({ name, value, ours }, i) => {
    const y = top + HEAD + ROW * i
    const width = Math.max(1, ((WIDTH - NAMES - VALUES) * value) / most).toFixed(0)
    return `<text x="${NAMES - 8}" y="${y + 15}" text-anchor="end">${escaped(name)}</text>`
      + `<rect class="${ours ? 'ours' : 'theirs'}" x="${NAMES}" y="${y + 3}" width="${width}" height="${ROW - 6}" rx="2"/>`
      + `<text x="${NAMES + Number(width) + 6}" y="${y + 15}">${figure(value)}</text>`
  })
  return [`<text class="head" x="0" y="${top + 20}">${escaped(title)}</text>`, ...lines]
}

const figure = value => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'))
const escaped = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
