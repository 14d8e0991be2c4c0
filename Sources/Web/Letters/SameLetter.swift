import Kernel

/// The digest of a letter, sent with the page on which it is read, so that what is kept is what was read and printed.
/// Nothing where no letter is kept.
struct SameLetter: Component {
    static let field = "letter"

    let digest: String?

    var body: some HTML {
        if let digest { input(.type(.hidden), .name(Self.field), .value(digest)) }
    }
}

extension FormReader {
    /// Notes where the words of a letter have changed since they were read: a detail of the person's, or the day. They are
    /// read again before anything is sent.
    func requireSame(letter digest: String?) {
        guard let digest, fields["checked"] == "yes", !fields.values(SameLetter.field).contains(digest) else { return }
        note(
            Refusal(
                "letter.changed", "The words have changed since you read them. Check the answers and read them again."))
    }
}
