import Kernel
import Testing

@testable import Casework

private enum TestWords: String, CustomerWords {
    case hello = "Hello {1}, until {2}"
    case gap = "Only in English"

    var welsh: String? {
        switch self {
        case .hello: "Tan {2}, helo {1}"
        case .gap: nil
        }
    }
}

@Suite("Words in the reader’s language")
struct SpeechTests {
    @Test("A phrase is said with its values where each language wants them")
    func said() {
        let until = day("2012-08-14")
        #expect(TestWords.hello("Priya", until) == "Hello Priya, until 14 August 2012")
        #expect(Language.welsh.write { TestWords.hello("Priya", until) } == "Tan 14 Awst 2012, helo Priya")
    }

    @Test("What a person typed is never read for places")
    func typed() {
        #expect(TestWords.hello("{2}", "{1}") == "Hello {2}, until {1}")
        #expect(TestWords.hello("{", "") == "Hello {, until ")
    }

    @Test("A text with a gap is in English from its first word to its last")
    func gap() {
        let text = Language.welsh.write { "\(TestWords.hello("Priya", "today")). \(TestWords.gap())" }
        #expect(text == "Hello Priya, until today. Only in English")
    }

    @Test("What a file says in English is said in Welsh where its Welsh is known, and is a gap where it is not")
    func given() {
        #expect(NoticeWords.of("the Work Programme") == "the Work Programme")
        #expect(Language.welsh.write { NoticeWords.of("the Work Programme") } == "y Rhaglen Waith")
        let speech = Speech(.welsh)
        _ = Speech.$current.withValue(speech) { NoticeWords.of("Flexible New Deal") }
        #expect(speech.gaps == ["Flexible New Deal"])
    }
}
