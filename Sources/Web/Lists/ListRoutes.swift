import Hummingbird

extension Site {
    /// The lists that work starts from.
    func addLists(to router: Router<SiteContext>) {
        router.page(.today, self) { visit in try await TodayPage.load(visit).page.listing(.today, for: visit.who) }
        router.page(.shared, self) { visit in try await SharedPage.load(visit).page.listing(.shared, for: visit.who) }
        router.page(.caseload, self) { visit in
            try await CaseloadPage.load(visit).page.listing(.caseload, for: visit.who)
        }
        router.page(.inbox, self) { visit in try await InboxPage.load(visit).page.listing(.inbox, for: visit.who) }
    }
}
