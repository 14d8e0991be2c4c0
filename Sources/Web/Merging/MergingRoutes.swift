import Hummingbird

extension CaseForms {
    /// Two records of one person made one, and taken apart again.
    static let merging: [any CaseForm.Type] = [MergeForm.self, SeparateForm.self]
}

extension Site {
    func addMerging(to router: Router<SiteContext>) {
        router.page(.duplicates, self) { visit in try await DuplicatesPage.load(visit).page }
    }
}
