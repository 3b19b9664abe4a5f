using Microsoft.Extensions.Options;

namespace AgentFunctions.Principals;

[OptionsValidator]
internal sealed partial class ImportOptionsValidator : IValidateOptions<ImportOptions>;
