import Casework
import Kernel

/// What a file or a rule says in English, in the language of the reader.
///
/// Its Welsh stands in `GivenWords` or `RefusalWords` under the same English; without one it is a gap, and the page is in
/// English. Words that came from the catalogue already are in the language already.
func told(_ english: String) -> String {
    guard let speech = Speech.current, speech.language != .english, !speech.hasSaid(english) else { return english }
    let written = english.replacing("'", with: "’")
    if let words = GivenWords(rawValue: written) { return words() }
    if let words = RefusalWords(rawValue: written) { return words() }
    speech.lacks(english)
    return english
}

extension Refusal {
    /// The refusal as the reader is told it: to a customer in words for them, where the rule’s own are for staff.
    var told: Refusal {
        guard let speech = Speech.current, !speech.hasSaid(sentence), RefusalWords(rawValue: sentence) == nil,
            let words = RuleWords.byCode[code]
        else { return Refusal(code, Web.told(sentence), rule: rule, field: field) }
        return Refusal(code, words(), rule: rule, field: field)
    }
}
