/// The words of letters, for the catalogue.
public enum LetterWords {
    public static let inCasework: [any CustomerWords.Type] = [NoticeWords.self, HolderWords.self]
}
