/// How hard a text is to read, and what in it is not plain.
///
/// The Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom, 1975): 0.39 × words a sentence + 11.8 × syllables a
/// word − 15.59. A reading age is the grade and five years, as grade 1 is for children of six. GOV.UK writes for a reading
/// age of 9 (“Content design: planning, writing and managing content”); ours is 11 at most over a page or letter.
public enum PlainLanguage {
    /// The highest reading age of one page or letter. Ours.
    public static let readingAge = 11.0
    /// The most words of a sentence (GOV.UK: “Sentence length: why 25 words is our limit”, 2014).
    public static let sentenceWords = 25

    /// The reading age over texts that are read together; 0 for none.
    public static func readingAge(of texts: [String]) -> Double {
        let sentences = texts.flatMap(sentences)
        let words = sentences.flatMap { $0 }
        guard !sentences.isEmpty, !words.isEmpty else { return 0 }
        let length = Double(words.count) / Double(sentences.count)
        let weight = Double(words.reduce(0) { $0 + syllables($1) }) / Double(words.count)
        return max(0, 0.39 * length + 11.8 * weight - 15.59) + 5
    }

    /// The words of each sentence; a value’s place is one short word, and what has no letters is none.
    public static func sentences(_ text: String) -> [[String]] {
        var sentences: [[String]] = []
        var words: [String] = []
        for piece in placesFilled(text).split(whereSeparator: \.isWhitespace) {
            let word = piece.lowercased().filter { $0.isLetter || $0 == "’" || $0 == "-" }
            words += word.split(separator: "-").map { String($0) }.filter { $0.contains(where: \.isLetter) }
            if let last = piece.last(where: { !"”’)".contains($0) }), ".:?!;".contains(last), !words.isEmpty {
                sentences.append(words)
                words = []
            }
        }
        return words.isEmpty ? sentences : sentences + [words]
    }

    /// Groups of vowels, less a silent e at the end; at least one.
    static func syllables(_ word: String) -> Int {
        var count = 0
        var wasVowel = false
        for letter in word {
            let isVowel = "aeiouy".contains(letter)
            if isVowel, !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        let isSilent = word.hasSuffix("e") && !word.hasSuffix("le") && count > 1
        let isPast = word.hasSuffix("ed") && !word.hasSuffix("ted") && !word.hasSuffix("ded") && count > 1
        return max(1, count - (isSilent || isPast ? 1 : 0))
    }

    /// Words a customer is not to read, each with what to write in its place or why not.
    ///
    /// The first are GOV.UK’s “words to avoid” (Style guide, A to Z); the second name people by what was said of them in
    /// the rows marked [attitude] of the reference, or judge them (F-009, F-010, F-012, F-022, F-092, M-069); the last are
    /// words of the trade.
    public static let avoided: [(word: String, instead: String)] = [
        ("agenda", "plan"), ("collaborate", "work with"), ("commence", "begin"), ("commit", "say what will be done"),
        ("deliver", "give, send"), ("deploy", "use"), ("dialogue", "talk"), ("disincentivise", "put off"),
        ("empower", "let, help"), ("facilitate", "help"), ("foster", "help"), ("going forward", "from now on"),
        ("impact", "effect"), ("incentivise", "encourage"), ("initiate", "begin"), ("key", "important"),
        ("leverage", "use"), ("liaise", "talk"), ("overarching", "whole"), ("progress", "go on"),
        ("promote", "help"), ("robust", "good"), ("slimming down", "making smaller"), ("streamline", "make simple"),
        ("strengthening", "making better"), ("tackle", "mend"), ("transforming", "changing"), ("utilise", "use"),
        ("in order to", "to"), ("prior to", "before"), ("subsequently", "then"), ("pursuant", "under"),
        ("scrounger", "never"), ("workshy", "never"), ("work-shy", "never"), ("lazy", "never"), ("idle", "never"),
        ("unwilling", "never"), ("hard to help", "never"), ("parked", "never"), ("difficult", "say what is the matter"),
        ("failed", "say what happened"), ("failure", "say what happened"), ("non-compliance", "say what happened"),
        ("comply", "do"), ("dependency", "never"), ("dependent", "say who they are"),
        ("sanction", "say what can follow"),
        ("claimant", "you"), ("participant", "you"), ("client", "you"), ("service user", "you"), ("caseload", "never"),
        ("attachment", "joining"), ("mandatory", "must"), ("mandated", "must"), ("outcome", "what came of it"),
        ("stakeholder", "who they are"), ("prime", "who runs the programme"), ("signpost", "tell"), ("triage", "sort"),
        ("referral", "being put forward"), ("referrals", "being put forward"), ("assessment", "how things are"),
        ("assessments", "how things are"), ("category", "kind"), ("categories", "kinds"), ("allotted", "how long"),
        ("allocated", "drawn, chosen"), ("intervention", "help"), ("eligibility", "whether you can join"),
        ("conditionality", "what you are asked to do"), ("disclosure", "telling"),
    ]

    /// What is wrong with one text, in sentences; nothing when it is plain.
    public static func faults(in text: String) -> [String] {
        var faults: [String] = []
        for sentence in sentences(text) where sentence.count > sentenceWords {
            faults.append("A sentence has \(sentence.count) words, and \(sentenceWords) are the most: \(text)")
        }
        let plain = " " + sentences(text.replacing("-", with: "’")).flatMap { $0 }.joined(separator: " ") + " "
        for (word, instead) in avoided where plain.contains(" \(word.replacing("-", with: "’")) ") {
            faults.append("“\(word)” is not plain (\(instead)): \(text)")
        }
        if text.contains("'") || text.contains("\"") {
            faults.append("A quotation mark is not a typographic one: \(text)")
        }
        return faults
    }

    /// A place stands for a name or a day, which its reader knows.
    private static func placesFilled(_ text: String) -> String {
        var filled = text
        for number in 1...9 { filled = filled.replacing("{\(number)}", with: "Sam") }
        return filled
    }
}
