extension StyleSheet {
    /// Fields, their errors, and buttons.
    static let forms = #"""
        form { margin: 0; }
        .field { margin: 0 0 1.25rem; padding: 0; border: 0; min-width: 0; }
        .field > label, .field > legend { display: block; font-weight: 600; padding: 0; margin-bottom: .25rem; }
        .field > legend { float: left; width: 100%; }
        .field > legend + * { clear: both; }
        .field .hint { margin: -.25rem 0 .25rem; }
        .field .error { margin: .25rem 0 0; color: var(--call); }
        .wrong { border-left: 4px solid var(--call); padding-left: .75rem; }
        input, select, textarea, button, .button { font: inherit; color: inherit; }
        input:not([type=radio], [type=checkbox]), select, textarea {
          min-height: 2.25rem; padding: .25rem .5rem; background: var(--paper); border: 1px solid var(--edge);
          border-radius: 3px; width: 100%; max-width: 100%;
        }
        input.sized, select { width: auto; }
        input.sized { font-variant-numeric: tabular-nums; }
        textarea { display: block; resize: vertical; line-height: 1.6; }
        .wrong :is(input:not([type=radio], [type=checkbox]), select, textarea) { border: 2px solid var(--call); }
        .customer :is(input:not([type=radio], [type=checkbox]), select, button, .button) { min-height: 2.75rem; }
        .boxes { display: flex; flex-wrap: wrap; gap: .5rem 1rem; }
        .boxes label { display: block; font-size: var(--small); }
        .range { display: flex; align-items: center; gap: .5rem; font-variant-numeric: tabular-nums; }
        .range input[type=range] { width: 16rem; min-width: 0; padding: 0; border: 0; accent-color: var(--accent); }
        .range strong { min-width: 2rem; text-align: right; }
        .money { display: flex; align-items: center; gap: .375rem; }
        .choices > div { display: grid; grid-template-columns: 1.5rem 1fr; column-gap: .5rem; align-items: start; }
        .choices input { width: 1.25rem; height: 1.25rem; margin: .25rem 0; accent-color: var(--accent); }
        .choices label { padding: .125rem 0; min-height: 1.75rem; }
        .choices .hint { grid-column: 2; margin: -.125rem 0 .25rem; }
        .customer .choices > div { grid-template-columns: 2rem 1fr; }
        .customer .choices input { width: 1.5rem; height: 1.5rem; }
        .customer .choices label { min-height: 2.5rem; }
        .code { font-size: 1.75rem; letter-spacing: .08em; }
        .code-sheet { border: 1px solid var(--line); padding: 0 1rem; margin: 1rem 0; }
        .code-sheet h2 { border: 0; margin: .75rem 0 0; padding: 0; }
        @media print { .code-sheet { border: 0; padding: 0; } }
        .looks li + li { margin-top: .75rem; }
        .plain-list { list-style: none; padding: 0; }
        .plain-list a { display: inline-block; padding: .5rem 0; }
        .choices.in-line { display: flex; flex-wrap: wrap; gap: 0 2rem; }
        .group { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0 0; padding: .75rem 0 0; min-width: 0; }
        .group > legend { font-weight: 650; padding: 0 .75rem 0 0; }
        .problems { border: 2px solid var(--call); padding: .75rem 1rem; margin: 0 0 1.25rem; }
        .problems h2 { margin: 0 0 .25rem; border: 0; padding: 0; font-size: var(--body); }
        .problems ul { margin: 0; }
        .problems li { padding: .125rem 0; }
        .problems a { color: var(--call); font-weight: 600; }
        .buttons { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; margin: 1.25rem 0 .75rem; }
        button, .button {
          display: inline-flex; align-items: center; justify-content: center; min-height: 2.25rem; padding: .25rem .875rem;
          border: 1px solid var(--accent); border-radius: 3px; background: var(--paper); color: var(--accent);
          text-decoration: none; text-align: center; line-height: 1.3; cursor: pointer;
        }
        button:hover, .button:hover { background: var(--accent-wash); text-decoration: underline; }
        button.primary, .button.primary { background: var(--accent); color: var(--on-accent); font-weight: 600; }
        button.grave { border: 2px solid var(--call); color: var(--call); font-weight: 600; }
        button.grave:hover { background: var(--call-wash); }
        .languages { gap: 1rem; align-items: center; justify-content: end; display: flex; margin: 0; padding: .25rem 1.5rem 0; }
        .languages button { width: auto; }
        button.plain {
          border: 0; padding: 0; min-height: 1.5rem; background: none; font-weight: 400; text-decoration: underline;
          text-underline-offset: .2em;
        }
        td .button, td button { min-height: 1.75rem; padding: 0 .625rem; }
        .filters { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem 1rem; margin: 0 0 1.25rem; }
        main.wide > .filters { max-width: none; }
        .filters .field { margin: 0; }
        .filters > a { line-height: 2.25rem; }
        .filters > .problems { flex-basis: 100%; margin: 0; }
        @media (forced-colors: active) {
          button.primary, .button.primary, button.grave { border-width: 3px; }
        }

        """#
}
