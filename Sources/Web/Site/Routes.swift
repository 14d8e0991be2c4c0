import Hummingbird

extension Site {
    /// Every page and form, by capability.
    func addRoutes(to router: Router<SiteContext>) {
        addSignIn(to: router)
        addActAs(to: router)
        addKeys(to: router)
        addTokens(to: router)
        addSignInCodes(to: router)
        addReceivers(to: router)
        addWelcome(to: router)
        addLanguage(to: router)
        addOwnPage(to: router)
        addCodes(to: router)
        addHome(to: router)
        addSearch(to: router)
        addCustomer(to: router)
        addAssessment(to: router)
        addPlan(to: router)
        addCircumstances(to: router)
        addSharing(to: router)
        addApplications(to: router)
        addChain(to: router)
        addRights(to: router)
        addMerging(to: router)
        addOffers(to: router)
        addPaper(to: router)
        addSessions(to: router)
        addSessionLetter(to: router)
        addFirstMeeting(to: router)
        addAnswerLetter(to: router)
        addLists(to: router)
        addPayments(to: router)
        addJourneys(to: router)
        addAreas(to: router)
        addDemonstration(to: router)
        router.addCaseForms(self, CaseForms.all)
    }
}

/// The forms about a customer, gathered by the folder of their capability. One that is listed has a page, and a place in
/// the API and its description.
enum CaseForms {
    static var all: [any CaseForm.Type] {
        customer + referral + appointments + work + assessment + plan + sharing + circumstances + rights + ownPage
            + voice + chain + merging + safety + joining
    }
}
