extension StyleSheet {
    /// Tables, lists of names and values, timelines; each stands as blocks on a narrow screen.
    static let tables = #"""
        table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
        caption { text-align: left; font-weight: 650; padding-bottom: .25rem; }
        caption.unseen { display: block; }
        th, td { text-align: left; vertical-align: baseline; padding: .375rem 1rem .375rem 0; border-bottom: 1px solid var(--line); }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { font-size: var(--small); font-weight: 600; color: var(--quiet); border-bottom-color: var(--edge); vertical-align: bottom; }
        thead th { line-height: 1.5rem; }
        thead a { color: inherit; display: inline-block; }
        thead [aria-sort] { color: var(--ink); }
        tbody th { font-weight: 600; }
        tbody a:not(.button) { padding: .1875rem 0; }
        th.number, td.number { text-align: right; }
        @media (min-width: 40.01rem) {
          .number + :is(th, td):not(.number) { padding-left: 1rem; }
          td.action { white-space: nowrap; }
        }
        .digits { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
        tbody tr:hover { background: var(--wash); }
        .summary > div { display: grid; grid-template-columns: minmax(8rem, 16rem) 1fr auto; gap: 0 1rem;
          padding: .375rem 0; border-bottom: 1px solid var(--line); }
        dt { font-weight: 600; }
        dd { margin: 0; }
        .summary dd p:last-child { margin: 0; }
        .summary dd { min-width: 0; overflow-wrap: anywhere; }
        .summary .change { overflow-wrap: normal; }
        .tasks { list-style: none; padding: 0; }
        .tasks li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .375rem 0;
          border-bottom: 1px solid var(--line); }
        .tasks .hint { margin: 0; }
        .timeline { list-style: none; padding: 0; }
        .timeline li { display: grid; grid-template-columns: 8.5rem 1.25rem 1fr; gap: 0 .5rem; padding: .25rem 0; position: relative; }
        .timeline .when { color: var(--quiet); text-align: right; }
        .timeline .mark { text-align: center; line-height: inherit; background: var(--paper); position: relative; height: 1.6em; }
        .timeline li:not(:last-child)::before { content: ""; position: absolute; left: 9.625rem; top: 1.5rem; bottom: -.5rem;
          border-left: 1px solid var(--line); }
        .timeline .what p { margin: 0; font-weight: 600; }
        .timeline .detail { color: var(--quiet); }
        .timeline .attention .mark { color: var(--call); }
        @media (max-width: 40rem) {
          .data, .data caption, .data tbody, .data tr, .data td, .data tbody th { display: block; }
          .data thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .data tr { padding: .5rem 0; border-bottom: 1px solid var(--edge); }
          .data td, .data tbody th { border: 0; padding: .125rem 0; }
          .data td { display: flow-root; padding-left: 8.5rem; text-align: left; }
          .data td::before { content: attr(data-label); float: left; width: 8rem; margin-left: -8.5rem; color: var(--quiet);
            font-size: var(--small); line-height: 1.5rem; }
          .summary > div { grid-template-columns: 1fr auto; }
          .summary dt { grid-column: 1 / -1; }
          .timeline li { grid-template-columns: 1.25rem 1fr; }
          .timeline .when { grid-column: 2; grid-row: 1; text-align: left; }
          .timeline .mark { grid-column: 1; grid-row: 1; }
          .timeline .what { grid-column: 2; }
          .timeline li:not(:last-child)::before { left: .625rem; }
        }

        """#
}
