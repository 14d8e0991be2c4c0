extension StyleSheet {
    /// The smaller parts: tags, notices, figures, tabs, pagers, drawings.
    static let parts = #"""
        .tag { white-space: nowrap; }
        @media (max-width: 40rem) { .tag { white-space: normal; } }
        .tag > span { display: inline-block; width: 1.1em; text-align: center; }
        .tag.attention { color: var(--call); font-weight: 600; }
        .tag.closed, .tag.done { color: var(--quiet); }
        .notice { border-left: 4px solid var(--edge); background: var(--wash); padding: .5rem 1rem; margin: 0 0 1rem; }
        .notice.attention { border-left-color: var(--call); background: var(--call-wash); }
        .notice.done { border-left-color: var(--accent); background: var(--accent-wash); }
        .notice p, .notice div > :last-child { margin-bottom: 0; }
        .notice.attention .notice-title { color: var(--call); }
        .empty { color: var(--quiet); }
        pre { margin: 0 0 .75rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: var(--small); line-height: 1.6; }
        .letter { border: 1px solid var(--edge); padding: 1rem 1.25rem; font-family: inherit; font-size: var(--body); }
        .empty strong { font-weight: 600; color: var(--ink); }
        .stats { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; }
        .stats > div { display: flex; flex-direction: column-reverse; }
        .stats dt { font-weight: 400; font-size: var(--small); color: var(--quiet); }
        .stats dd { color: var(--quiet); font-variant-numeric: tabular-nums; }
        .stats strong { font-size: var(--large); color: var(--ink); }
        @media (max-width: 40rem) { .stats { column-gap: 1.5rem; } }
        .tabs { border-bottom: 1px solid var(--line); margin: 0 0 1rem; }
        .tabs ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; margin: 0; padding: 0; }
        .tabs a { display: block; padding: .375rem 0; margin-bottom: -1px; border-bottom: 3px solid transparent; text-decoration: none; }
        .tabs a:hover { text-decoration: underline; }
        .tabs a[aria-current] { color: inherit; font-weight: 600; border-bottom-color: var(--accent); }
        .tabs .number { color: var(--quiet); font-weight: 400; }
        .pager { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; }
        .pager p { margin: 0; color: var(--quiet); }
        .pager a { display: inline-block; padding: .125rem 0; }
        .journey { overflow-x: auto; border: 1px solid var(--edge); background: #fff; margin: 0 0 1rem; }
        .journey svg { display: block; max-width: none; margin: 0 auto; }
        .journey svg a:is(:hover, :focus-visible) text { text-decoration: underline; }
        .journey svg a:focus-visible { outline-color: #1a1a1a; }
        .journey svg a:focus-visible rect { stroke: #1a1a1a; stroke-width: 3px; }
        tr:target { background: var(--accent-wash); outline: 3px solid var(--accent); outline-offset: -3px; }
        .filters details { flex-basis: 100%; margin: 0; }
        .filters .choices { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
        .picture { color: var(--ink); }
        .picture text { fill: currentColor; font-size: var(--small); }
        .picture .quiet { fill: var(--line); stroke: var(--edge); }
        .picture text.quiet { fill: var(--quiet); stroke: none; }
        .picture .accent { fill: var(--accent); }
        .picture .call { fill: var(--call); }
        .picture text { stroke: none; }
        .picture line, .picture path { stroke: var(--edge); fill: none; }
        .picture path.accent { stroke: var(--accent); fill: none; }
        .picture path.call { stroke: var(--call); fill: none; stroke-dasharray: 4 2; }
        @media (forced-colors: active) {
          .notice, .problems { border: 1px solid; border-left-width: 4px; }
          .top nav a, .tabs a:not([aria-current]) { border-color: Canvas; }
          .top nav a[aria-current], .tabs a[aria-current] { border-bottom-color: Highlight; }
        }

        """#

    /// A4 in black: what is read is printed, what is pressed is not.
    static let print = #"""
        @page { size: A4; margin: 18mm 16mm; }
        @media print {
          :root {
            --paper: #fff; --wash: #fff; --ink: #000; --quiet: #000; --line: #888; --edge: #444;
            --accent: #000; --on-accent: #000; --accent-wash: #fff; --call: #000; --call-wash: #fff;
          }
          body, body.customer { font-size: 11pt; --body: 11pt; --small: 9pt; --large: 13pt; --title: 15pt; }
          .top nav, .top form, .account, .action, .skip, .trail, .tabs, .pager, .buttons, .bottom, .change, .filters, button, .button { display: none; }
          .top { border: 0; padding: 0; }
          main { padding: 0; max-width: none; }
          .banner { padding: 0 0 2mm; }
          a { color: inherit; text-decoration: none; }
          thead { display: table-header-group; }
          tr, li, .notice, .summary > div, figure, .field { break-inside: avoid; }
          h1, h2, h3, caption, thead { break-after: avoid; }
          input:not([type=radio], [type=checkbox]), select, textarea { border-color: #000; }
          .beside :is(th, td) { font-size: var(--small); padding-right: .5rem; }
          .journey { overflow: visible; border: 0; break-inside: avoid; }
          .journey svg { max-width: 100%; height: auto; max-height: 240mm; }
          .journey ~ details:not([open]), .journey ~ div > details:not([open]) { display: none; }
          .screen, body:has(.code-sheet) .notice { display: none; }
        }
        @media not print { .paper { display: none; } }

        """#
}
