using Microsoft.Extensions.Options;

namespace AgentFunctions.Ledger;

[OptionsValidator]
internal sealed partial class LedgerOptionsValidator : IValidateOptions<LedgerOptions>;
