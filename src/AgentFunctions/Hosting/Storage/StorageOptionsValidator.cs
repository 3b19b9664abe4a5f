using Microsoft.Extensions.Options;

namespace AgentFunctions.Hosting.Storage;

[OptionsValidator]
internal sealed partial class StorageOptionsValidator : IValidateOptions<StorageOptions>;
