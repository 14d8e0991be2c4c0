extension StyleSheet {
    /// Large print: 18 points on paper, as clear-print guidance asks (RNIB, 16 to 18 points). What stands to be printed is
    /// large once its box is ticked.
    static let plan = #"""
        .large-print { font-size: 1.5rem; line-height: 1.5; max-width: 32em; }
        .large-print h2 { font-size: 1.15em; }
        .large-print ul, .large-print ol { padding-left: 1.75em; }
        .large-print li { margin-bottom: 0.5em; }
        .plan-action { margin: 0 0 1rem; padding-top: 0.5rem; border-top: 1px solid var(--line); }
        .printed:has(:checked) :is(.letter, .code-sheet) { font-size: 1.5rem; line-height: 1.5; }
        .printed:has(:checked) .fold { white-space: normal; }
        .printed:has(:checked) .code-sheet h2 { font-size: 1.15em; }
        @media print {
          .large-print, .printed:has(:checked) :is(.letter, .code-sheet) { font-size: 18pt; max-width: none; }
          .printed .letter { border: 0; padding: 0; }
          body:has(.printed) .top, main:has(.printed) :not(:has(.printed), .printed, .printed *) { display: none; }
        }

        """#
}
