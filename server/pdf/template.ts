/**
 * The one template. It reads a `Sheet` as JSON from `sys.inputs` and shows its strings as text: no word of a text
 * ever becomes Typst code, so nothing in it can break out, read a file or change another page.
 *
 * Thai marks are not placed by GPOS (`thai-marks`): Typst writes a cluster whose signs stand at different heights
 * once for each height, and readers of the file get "ครั้รั้ง" for "ครั้ง". Sarabun's ccmp forms carry the marks where
 * they belong without it (ADR 0018).
 */
export const TEMPLATE = `
#let d = json(bytes(sys.inputs.sheet))

#let serif = ("Source Serif 4", "Sarabun")
#let sans = ("Sarabun",)
#let body-face = if d.isThai { ("Sarabun", "Source Serif 4") } else { serif }
#let body-size = if d.isThai { 12pt } else { 11pt }
#let thai-marks = (mark: 0, mkmk: 0)
#let grey = rgb("#555555")
#let hair = 0.4pt + rgb("#8a8a8a")
#let ins-colour = rgb("#0b5c3b")
#let del-colour = rgb("#a3161a")
#let move-colour = rgb("#5a2d91")
#let margin-note = 31mm
#let number-width = 10mm

#set document(
  title: d.title,
  author: (),
  date: datetime(year: d.date.at(0), month: d.date.at(1), day: d.date.at(2)),
)
#set text(
  font: body-face,
  size: body-size,
  lang: d.language,
  hyphenate: false,
  fallback: true,
  overhang: false,
  number-type: "lining",
)
#set smartquote(enabled: false)
#set par(justify: d.justify, leading: if d.isThai { 0.95em } else { 0.68em }, spacing: 0.9em)
#set underline(evade: false)
#set footnote.entry(separator: line(length: 30%, stroke: hair), gap: 0.5em)
#set footnote(numbering: "1")
#show footnote.entry: set text(size: 0.86em)
#show footnote.entry: set par(leading: 0.55em, justify: false)
#show heading: set text(size: 1em, weight: "regular")
#show heading: it => block(it.body)
#show link: set text(fill: rgb("#17456b"))

#let small(body, size: 7.5pt, fill: grey) = {
  set text(font: sans, size: size, fill: fill, features: thai-marks, weight: "regular", style: "normal")
  set par(leading: 0.5em, justify: false)
  body
}

#set page(
  paper: "a4",
  margin: (
    top: 26mm,
    bottom: 22mm + d.footer.len() * 3mm,
    left: 32mm,
    right: if d.hasMarginNotes { 22mm + margin-note - 8mm } else { 26mm },
  ),
  header: {
    small(grid(
      columns: (1fr, auto),
      align: (left, right),
      text(d.header.left), text(d.header.right),
    ))
    v(-0.6em)
    line(length: 100%, stroke: hair)
  },
  header-ascent: 35%,
  footer: context small({
    line(length: 100%, stroke: hair)
    v(-0.4em)
    grid(
      columns: (1fr, auto),
      column-gutter: 8mm,
      align: (left + top, right + top),
      {
        set text(size: 6.2pt)
        set par(leading: 0.45em)
        d.footer.map(words => text(words)).join(linebreak())
      },
      text(d.pageOf.at(0) + counter(page).display() + d.pageOf.at(1)
        + str(counter(page).final().first()) + d.pageOf.at(2)),
    )
  }),
  footer-descent: 28%,
)

#let fifth(n) = if calc.rem(n, 5) == 0 { small(str(n), size: 6.5pt) }
#set par.line(
  numbering: if d.lineNumbers == "none" { none } else { fifth },
  numbering-scope: if d.lineNumbers == "page" { "page" } else { "document" },
  number-clearance: 5.5mm,
)
#let unnumbered(body) = {
  set par.line(numbering: none)
  body
}

#let signed(sign, body) = {
  if sign == "ins" {
    set text(fill: ins-colour)
    underline(stroke: 0.7pt + ins-colour, offset: 1.8pt, body)
  } else if sign == "del" {
    set text(fill: del-colour)
    strike(stroke: 0.7pt + del-colour, body)
  } else if sign == "fmt" {
    underline(stroke: (paint: move-colour, thickness: 0.8pt, dash: "densely-dotted"), offset: 2pt, body)
  } else {
    underline(stroke: (paint: move-colour, thickness: 0.8pt, dash: "dashed"), offset: 2pt, body)
  }
}

#let thai(pieces) = {
  set text(features: thai-marks, lang: "th")
  for (at, piece) in pieces.enumerate() { if calc.odd(at) { box(text(piece)) } else { text(piece) } }
}

#let words(r) = {
  let shown = if "th" in r { thai(r.th) } else { text(r.s) }
  if "lang" in r { shown = text(lang: r.lang, shown) }
  if "b" in r { shown = strong(shown) }
  if "i" in r { shown = emph(shown) }
  if "u" in r { shown = underline(stroke: 0.5pt, offset: 1.5pt, shown) }
  if "c" in r { shown = signed(r.c, shown) }
  if "href" in r { shown = link(r.href, shown) }
  shown
}

#let runs(list) = for r in list {
  if "br" in r { linebreak() } else if "note" in r {
    if "c" in r { signed(r.c, footnote(runs(r.note))) } else { footnote(runs(r.note)) }
  } else { words(r) }
}

#let labelled(label, was, width, body) = {
  if label == "" and was == none { return body }
  let shown = {
    if was != none { signed("del", text(was)) + h(0.35em) }
    text(label)
  }
  if label.clusters().len() <= 5 and was == none { box(width: width, shown) } else { shown + h(0.7em) }
  body
}

#let bar-of(b) = if "bar" not in b { (:) } else {
  (left: if b.bar == "move" { 2pt + move-colour } else { 1pt + black })
}

#let notes-of(b) = if "notes" in b {
  unnumbered(block(above: 0.5em, below: 0.9em, small(
    b.notes.map(note => text(note)).join(linebreak()),
    fill: move-colour,
  )))
}

#let beside(b) = if "by" in b {
  place(top + right, dx: margin-note - 2mm, dy: 0.1em, block(
    width: margin-note - 6mm,
    unnumbered(small(text(b.by), size: 6.8pt)),
  ))
}

#let gap = if d.isThai { 1.25em } else { 1em }

// A bar stands left of the text, also of an item deep in a list: depth is how many markers are in between.
#let framed(b, indent: 0pt, above: gap, below: gap, sticky: false, depth: 0, body) = {
  let stroke = bar-of(b)
  let outset = (left: 3mm + depth * 9mm, y: 0.2em)
  let tag = if "tag" in b { small(text(b.tag), fill: move-colour) }
  if tag != none and b.runs.len() == 0 {
    return unnumbered(block(
      width: 100%, above: above, below: below, stroke: stroke, outset: outset, inset: (left: indent), par(tag),
    ))
  }
  let is-above = tag != none and depth == 0
  if is-above {
    unnumbered(block(above: above, below: 0.45em, sticky: true, inset: (left: indent), par(tag)))
  }
  block(
    width: 100%,
    above: if is-above { 0.45em } else { above },
    below: if "notes" in b { 0.5em } else { below },
    sticky: sticky,
    stroke: stroke,
    outset: outset,
    inset: (left: indent),
    { beside(b)
      body },
  )
  notes-of(b)
}

#let headed(b, above: gap, below: gap, align-to: left, size: 1em, weight: "bold", style: "normal", hang: 0pt, body) = {
  let shown = text(size: size, weight: weight, style: style, body)
  framed(b, above: above, below: below, sticky: b.outline > 0, {
    set align(align-to)
    set par(justify: false, hanging-indent: hang)
    if b.outline == 0 { par(shown) } else {
      heading(level: b.outline, outlined: true, bookmarked: true, shown)
    }
  })
}

#let paragraph(b, depth) = {
  let label = b.label
  let was = b.at("was", default: none)
  let said = runs(b.runs)
  if b.kind == "title" {
    headed(b, above: 1.2em, below: 1.7em, align-to: center, size: 1.36em, said)
  } else if b.kind == "annex" {
    let named = {
      if was != none { signed("del", text(was)) + h(0.35em) }
      text(label)
      if b.runs.len() > 0 { linebreak() }
    }
    headed(b, above: 2.4em, below: 1.4em, align-to: center, size: 1.15em, named + said)
  } else if b.kind == "heading" {
    headed(
      b,
      above: if b.level == 1 { 1.8em } else { 1.4em },
      below: 0.8em,
      size: if b.level == 1 { 1.16em } else { 1em },
      weight: if b.level == 3 { "regular" } else { "bold" },
      style: if b.level == 3 { "italic" } else { "normal" },
      hang: if label == "" { 0pt } else { number-width },
      labelled(label, was, number-width, said),
    )
  } else if b.kind == "operative" {
    framed(b, indent: (b.level - 1) * number-width, par(
      hanging-indent: number-width,
      labelled(label, was, number-width, said),
    ))
  } else if b.kind == "preambular" {
    framed(b, par(first-line-indent: (amount: number-width, all: true), labelled(label, was, number-width, said)))
  } else {
    let tag = if "tag" in b and depth > 0 { small(text(b.tag), fill: move-colour) + h(0.6em) }
    framed(b, depth: depth, par(tag + labelled(label, was, number-width, said)))
  }
}

#let fill-of(cell) = if "aside" in cell { rgb("#f6f3fa") } else if "c" in cell {
  if cell.c == "ins" { rgb("#e9f4ee") } else { rgb("#fbebeb") }
} else if "head" in cell { rgb("#f0f0ee") } else { none }

#let shown(b, depth: 0) = {
  if b.t == "p" { return paragraph(b, depth) }
  if b.t == "l" {
    let markers = b.items.map(item => item.marker)
    return block(width: 100%, enum(
      numbering: n => markers.at(n - 1, default: ""),
      number-align: left + top,
      indent: 3mm,
      body-indent: 2.2mm,
      tight: false,
      spacing: 0.7em,
      ..b.items.map(item => enum.item(item.blocks.map(shown.with(depth: depth + 1)).join())),
    ))
  }
  let cell-of(cell) = table.cell(
    x: cell.x,
    y: cell.y,
    colspan: cell.w,
    rowspan: cell.h,
    fill: fill-of(cell),
    {
      set text(size: 0.9em, weight: if "head" in cell { "bold" } else { "regular" })
      set par(spacing: 0.6em)
      cell.blocks.map(shown).join()
    },
  )
  let head = b.cells.filter(cell => cell.y < b.header).map(cell-of)
  let rest = b.cells.filter(cell => cell.y >= b.header).map(cell-of)
  unnumbered({
    set par(justify: false)
    block(width: 100%, above: 1.2em, below: 1.2em, table(
      columns: b.columns.map(share => share * 1fr),
      rows: (auto,) * b.rows,
      inset: (x: 5pt, y: 4pt),
      stroke: hair,
      align: left + top,
      ..if head.len() > 0 { (table.header(..head),) },
      ..rest,
    ))
  })
}

#let facts(list, size: 7.5pt) = {
  set par(justify: false, leading: 0.5em)
  set text(font: sans, size: size, features: thai-marks)
  grid(
    columns: (auto, 1fr),
    column-gutter: 5mm,
    row-gutter: 0.65em,
    ..list.map(((term, value)) => (text(fill: grey, term), text(value))).flatten(),
  )
}

#let masthead = unnumbered(block(width: 100%, below: 1.6em, {
  for row in d.masthead {
    set text(weight: "bold") if "strong" in row
    set text(font: sans, size: 9pt, features: thai-marks)
    block(above: 0.5em, below: 0.5em, grid(
      columns: (1fr, auto), column-gutter: 6mm, text(row.left), align(right, text(row.right)),
    ))
  }
}))

#let redline-key(key) = unnumbered(block(
  width: 100%, below: 1.8em, inset: 3mm, stroke: hair, fill: rgb("#fafaf8"),
  {
    set par(justify: false)
    text(font: sans, size: 9pt, weight: "bold", features: thai-marks, key.title)
    v(-0.3em)
    facts(key.facts)
    block(above: 0.8em, text(size: 0.86em, runs(key.signs)))
  },
))

#masthead
#if d.key != none { redline-key(d.key) }
#for b in d.blocks { shown(b) }
#if d.record != none {
  unnumbered(block(width: 100%, above: 2.4em, stroke: (top: 0.8pt + black), inset: (top: 3mm), {
    heading(level: 1, outlined: true, bookmarked: true,
      text(font: sans, size: 9.5pt, weight: "bold", features: thai-marks, d.record.title))
    block(above: 0.8em, below: 1em, text(d.record.lead))
    facts(d.record.facts)
  }))
}
`;
