public import Casework

extension LetterWords {
    public static let inOffice: [any CustomerWords.Type] = [
        InvitationWords.self, AccessWords.self, CopyWords.self, LookWords.self, ErasureWords.self,
    ]
}
