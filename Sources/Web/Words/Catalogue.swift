public import Casework
import Office

/// Every word a customer can see, page by page and letter by letter, in English and Welsh.
public enum Catalogue {
    public static let books: [any CustomerWords.Type] =
        pages + LetterWords.inCasework + LetterWords.inOffice

    private static let pages: [any CustomerWords.Type] = [
        WelcomeWords.self, CodeWords.self, OwnPageWords.self, OwnHomeWords.self, OwnChangedWords.self,
        OwnAppointmentWords.self,
        OwnPlanWords.self, OwnPlanFormWords.self, OwnJourneyWords.self, OwnLifeWords.self, OwnPeopleWords.self,
        OwnSharingWords.self, OwnSharingFormWords.self, OwnPacketWords.self, ApplicationWords.self,
        OwnQuestionsWords.self, OwnTellWords.self, RightsWords.self,
        OwnStandingWords.self, OwnTalkWords.self, OwnSpecialistWords.self, OwnLettersWords.self, OwnDutiesWords.self,
        FirstMeetingWords.self, PlanSheetWords.self, OwnMeetingWords.self, OwnJoiningWords.self,
        SaidWords.self, FormWords.self, RefusalWords.self, RuleWords.self, RequiredWords.self, CopyPageWords.self,
        NotSavedWords.self, OwnUrgentWords.self,
    ]

    /// What has no Welsh: `OwnHomeWords.hello`, in the order of the catalogue.
    public static var gaps: [String] { entries.filter { $0.welsh == nil }.map(\.name) }

    /// Every phrase with its name.
    public static var entries: [Entry] { books.flatMap { read($0) } }

    /// One phrase of the catalogue.
    public struct Entry: Sendable {
        /// The page or letter, and the phrase in it: `OwnHomeWords.hello`.
        public let name: String
        public let book: String
        public let english: String
        public let welsh: String?
    }

    private static func read<Book: CustomerWords>(_ book: Book.Type) -> [Entry] {
        book.allCases.map { phrase in
            Entry(name: "\(book).\(phrase)", book: "\(book)", english: phrase.english, welsh: phrase.welsh)
        }
    }
}
