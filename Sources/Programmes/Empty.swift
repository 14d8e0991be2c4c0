// Programmes
