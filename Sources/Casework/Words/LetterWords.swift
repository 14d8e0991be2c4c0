/// The words that are not of one page, for the catalogue.
public enum LetterWords {
    public static let inCasework: [any CustomerWords.Type] = [
        NoticeWords.self, HolderWords.self, KeeperWords.self, EndingWords.self, EndedWords.self, RelationWords.self,
        CategoryWords.self,
        RecordWords.self, GivenWords.self, SessionWords.self, AnswerWords.self,
        JoiningWords.self, ActionNoticeWords.self, NeedsWords.self, ReferralWords.self,
    ]
}
