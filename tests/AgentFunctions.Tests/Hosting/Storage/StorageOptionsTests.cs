using AgentFunctions.Hosting.Storage;

namespace AgentFunctions.Tests.Hosting.Storage;

public sealed class StorageOptionsTests
{
    private static readonly StorageOptions Local = new() { ConnectionString = "UseDevelopmentStorage=true" };

    private static StorageOptions Account(string table, string blob, string identity) => new()
    {
        TableEndpoint = new Uri(table),
        BlobEndpoint = new Uri(blob),
        ManagedIdentityClientId = identity,
    };

    [Fact]
    public void A_connection_string_alone_is_enough() => IsAccepted(Local).ShouldBeTrue();

    [Fact]
    public void Two_endpoints_and_an_identity_are_enough() =>
        IsAccepted(Account("https://a.table.core.windows.net", "https://a.blob.core.windows.net", "id")).ShouldBeTrue();

    [Fact]
    public void Nothing_is_refused() => IsAccepted(new StorageOptions()).ShouldBeFalse();

    [Fact]
    public void Both_are_refused()
    {
        var both = Account("https://a.table.core.windows.net", "https://a.blob.core.windows.net", "id");
        both.ConnectionString = Local.ConnectionString;
        IsAccepted(both).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http://a.table.core.windows.net", "https://a.blob.core.windows.net", "id")]
    [InlineData("https://a.table.core.windows.net", "http://a.blob.core.windows.net", "id")]
    [InlineData("https://a.table.core.windows.net", "https://a.blob.core.windows.net", "")]
    public void An_account_without_tls_or_identity_is_refused(string table, string blob, string identity) =>
        IsAccepted(Account(table, blob, identity)).ShouldBeFalse();

    [Theory]
    [InlineData("1abc")]
    [InlineData("a-b")]
    [InlineData("abcdefghijklmnopqrstu")]
    public void A_prefix_that_no_table_may_have_is_refused(string prefix) =>
        IsAccepted(new StorageOptions { ConnectionString = Local.ConnectionString, TablePrefix = prefix }).ShouldBeFalse();

    private static bool IsAccepted(StorageOptions options) =>
        new StorageOptionsValidator().Validate(null, options).Succeeded;
}
