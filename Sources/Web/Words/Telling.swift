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
    /// The refusal as the reader is told it.
    var told: Refusal { Refusal(code, Web.told(sentence), rule: rule, field: field) }
}
