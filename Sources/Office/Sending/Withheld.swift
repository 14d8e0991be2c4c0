import Casework

/// Why a letter is not to be sent after all; with how it failed them, the customer ought to have been told and was not.
struct Withheld: Error {
    let reason: String
    let undelivered: NotDelivered?

    init(_ reason: String, _ undelivered: NotDelivered? = nil) {
        self.reason = reason
        self.undelivered = undelivered
    }

    static let offRecord = Withheld("What it was about is no longer on record.")
}

extension CaseFile {
    /// Where an e-mail to the customer goes.
    /// - Throws: `Withheld` when there is no address they agree to, or none that can be written to.
    func mailAddress() throws -> MailAddress {
        guard let email = customer?.agreedEmail else {
            throw Withheld("There is no e-mail address that the customer agrees to.", .noAddress)
        }
        guard let address = try? MailAddress(email) else {
            throw Withheld("The e-mail address cannot be written to.", .refused)
        }
        return address
    }
}
