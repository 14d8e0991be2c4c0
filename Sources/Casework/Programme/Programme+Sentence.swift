extension Programme {
    /// What titles end with that take an article. Ours.
    private static let takesArticle: Set<String> = ["programme", "scheme", "offer", "pilot", "project", "trial"]

    /// As it stands in a sentence: `the Work Programme`, but `Pathways to Work`.
    public var titleInSentence: String {
        let last = title.split(separator: " ").last.map { $0.lowercased() } ?? ""
        return Self.takesArticle.contains(last) ? "the \(title)" : title
    }
}
