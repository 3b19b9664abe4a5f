using Microsoft.Extensions.Options;

namespace AgentFunctions.Decisions;

[OptionsValidator]
internal sealed partial class DecisionOptionsValidator : IValidateOptions<DecisionOptions>;
