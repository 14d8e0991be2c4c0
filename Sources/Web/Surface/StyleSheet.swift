/// The style of every page: system fonts, a 4-pixel grid, one colour for what can be pressed and one for what needs a
/// person today. Nothing moves. Dark, high contrast and print follow the device.
enum StyleSheet {
    static let text = base + frame + prose + tables + forms + parts + print + plan

    /// Colours, sizes and the focus.
    ///
    /// Lengths are multiples of 0.25rem, 4 pixels at the usual size. Text is three sizes on staff pages and four on
    /// customer pages. Colours on `--paper` and `--wash` meet 4.5 to 1 for words and 3 to 1 for edges (WCAG 2.2, 1.4.3
    /// and 1.4.11).
    private static let base = #"""
        :root {
          color-scheme: light dark;
          --paper: #fff; --wash: #f4f5f6; --ink: #1b1e22; --quiet: #545b64; --line: #d8dbdf; --edge: #737a83;
          --accent: #0b587a; --on-accent: #fff; --accent-wash: #e8f1f5;
          --call: #973213; --call-wash: #fcf2ec;
          --small: .8125rem; --body: .9375rem; --large: 1.25rem; --title: 1.25rem;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #16191c; --wash: #1f2327; --ink: #e3e6e9; --quiet: #a5adb5; --line: #363c42; --edge: #808993;
            --accent: #82c4e2; --on-accent: #0d1a21; --accent-wash: #1b2b34;
            --call: #f2a680; --call-wash: #2e211a;
          }
        }
        @media (prefers-contrast: more) {
          :root { --quiet: var(--ink); --line: var(--edge); --edge: var(--ink); --wash: var(--paper); }
          a { text-decoration-thickness: 2px; }
        }
        *, ::before, ::after { box-sizing: border-box; }
        html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
          font-size: var(--body); line-height: 1.6; overflow-wrap: break-word;
        }
        body.customer { --small: 1rem; --body: 1.125rem; --large: 1.375rem; --title: 1.75rem; line-height: 1.5556; }
        a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
        a:hover { text-decoration-thickness: 2px; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        main:focus, .problems:focus { outline: none; }
        .unseen {
          position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap;
        }
        svg { display: block; max-width: 100%; height: auto; }

        """#

    /// What stands around every page.
    private static let frame = #"""
        .skip { position: absolute; left: 0; top: 0; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
        .skip:not(:focus) { clip-path: inset(50%); }
        .banner {
          margin: 0; padding: .25rem 1.5rem; font-size: var(--small); color: var(--quiet);
          border-bottom: 1px dashed var(--edge); background: var(--wash);
        }
        .top, main, .bottom { padding: 0 1.5rem; max-width: 80rem; }
        .top {
          display: flex; flex-wrap: wrap; align-items: center; column-gap: 1.5rem; max-width: none;
          border-bottom: 1px solid var(--line);
        }
        .top nav ul, .bottom ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
        .top a, .bottom li a { color: inherit; text-decoration: none; display: block; padding: .75rem 0; }
        .top a:hover, .bottom li a:hover { text-decoration: underline; }
        .top .product { font-weight: 650; letter-spacing: -.01em; }
        .top nav a { border-bottom: 3px solid transparent; border-top: 3px solid transparent; padding: .5rem 0; }
        .top nav a[aria-current] { border-bottom-color: var(--accent); font-weight: 600; }
        .top form { display: flex; margin: 0; }
        .search { margin-left: auto; gap: .25rem; }
        .top form.search, .account { padding: .25rem 0; }
        .search label { align-self: center; padding-right: .25rem; font-size: var(--small); color: var(--quiet); white-space: nowrap; }
        .top .search input { width: 9rem; }
        .top .search :is(input, button) { min-height: 2rem; padding: 0 .5rem; }
        .account { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; font-size: var(--small); color: var(--quiet); }
        .top > :last-child:not(:first-child) { margin-left: auto; }
        .search + .account { margin-left: 0 !important; }
        main { padding-top: 1rem; padding-bottom: 3rem; }
        main > :not(.columns, .data, .timeline, .stats, nav, h1, .lead) { max-width: 66ch; }
        main.wide > * { max-width: none; }
        main.wide > :is(p, form, .notice, .empty) { max-width: 66ch; }
        .trail { font-size: var(--small); }
        .trail ol { display: flex; flex-wrap: wrap; margin: 0 0 .25rem; padding: 0; list-style: none; }
        .trail li + li::before { content: "/" / ""; padding: 0 .5rem; color: var(--quiet); }
        .trail a { display: inline-block; line-height: 1.5rem; }
        .lead { color: var(--quiet); margin: -.5rem 0 1rem; }
        .lead p { margin: 0; }
        .bottom { border-top: 1px solid var(--line); padding-top: .5rem; padding-bottom: 2rem; max-width: none;
          font-size: var(--small); color: var(--quiet); }
        .bottom li a { padding: .25rem 0; }
        .keys dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: .25rem 1.5rem; }
        .keys dl div { display: flex; gap: .75rem; }
        .keys dt { min-width: 3.5rem; }
        .keys dd { margin: 0; }
        kbd { font: inherit; padding: 0 .375rem; margin-right: .25rem; border: 1px solid var(--edge); border-radius: 3px; }
        @media (max-width: 40rem) {
          .top, main, .bottom, .banner { padding-left: 1rem; padding-right: 1rem; }
          .search { width: 100%; padding-bottom: .5rem; }
          .top .search input { width: auto; flex: 1; min-width: 0; }
          .top .product { margin-right: auto; }
        }

        """#

    /// Words on a page.
    private static let prose = #"""
        h1, h2, h3 { line-height: 1.3; margin: 0; font-weight: 650; letter-spacing: -.005em; text-wrap: balance; }
        h1 { font-size: var(--title); margin-bottom: .75rem; }
        h2 { font-size: var(--large); margin: 1.75rem 0 .5rem; }
        .staff h2 { font-size: var(--body); border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
        h3 { font-size: var(--body); margin: 1rem 0 .25rem; }
        p, ul, ol, dl, figure, blockquote { margin: 0 0 .75rem; }
        ul, ol { padding-left: 1.25rem; }
        blockquote { padding-left: 1rem; border-left: 4px solid var(--line); }
        small, .hint, .distance, .optional { font-size: var(--small); color: var(--quiet); font-weight: 400; }
        .distance { white-space: nowrap; }
        .number, .count, time { font-variant-numeric: tabular-nums; }
        time { white-space: nowrap; }
        .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0 2.5rem; }
        .columns > section > h2:first-child { margin-top: 1rem; }
        details { margin: 0 0 .75rem; }
        summary { cursor: pointer; min-height: 1.5rem; width: fit-content; color: var(--accent); }
        details > :not(summary) { margin-top: .5rem; padding-left: 1rem; border-left: 4px solid var(--line); }
        .keys > :not(summary) { border: 0; padding: 0; }

        """#
}
