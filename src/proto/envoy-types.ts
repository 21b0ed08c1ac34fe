// Made by scripts/generate-types.ts from protos/; not edited by hand.
// 64-bit integers are numbers: what we send and read stays below 2^53.
import type { Any } from "./any.ts";

export interface MessageTypes {
  readonly "cel.expr.CheckedExpr": cel_expr_CheckedExpr;
  readonly "cel.expr.Constant": cel_expr_Constant;
  readonly "cel.expr.Decl": cel_expr_Decl;
  readonly "cel.expr.Decl.FunctionDecl": cel_expr_Decl_FunctionDecl;
  readonly "cel.expr.Decl.FunctionDecl.Overload": cel_expr_Decl_FunctionDecl_Overload;
  readonly "cel.expr.Decl.IdentDecl": cel_expr_Decl_IdentDecl;
  readonly "cel.expr.Expr": cel_expr_Expr;
  readonly "cel.expr.Expr.Call": cel_expr_Expr_Call;
  readonly "cel.expr.Expr.Comprehension": cel_expr_Expr_Comprehension;
  readonly "cel.expr.Expr.CreateList": cel_expr_Expr_CreateList;
  readonly "cel.expr.Expr.CreateStruct": cel_expr_Expr_CreateStruct;
  readonly "cel.expr.Expr.CreateStruct.Entry": cel_expr_Expr_CreateStruct_Entry;
  readonly "cel.expr.Expr.Ident": cel_expr_Expr_Ident;
  readonly "cel.expr.Expr.Select": cel_expr_Expr_Select;
  readonly "cel.expr.ParsedExpr": cel_expr_ParsedExpr;
  readonly "cel.expr.Reference": cel_expr_Reference;
  readonly "cel.expr.SourceInfo": cel_expr_SourceInfo;
  readonly "cel.expr.SourceInfo.Extension": cel_expr_SourceInfo_Extension;
  readonly "cel.expr.SourceInfo.Extension.Version": cel_expr_SourceInfo_Extension_Version;
  readonly "cel.expr.Type": cel_expr_Type;
  readonly "cel.expr.Type.AbstractType": cel_expr_Type_AbstractType;
  readonly "cel.expr.Type.FunctionType": cel_expr_Type_FunctionType;
  readonly "cel.expr.Type.ListType": cel_expr_Type_ListType;
  readonly "cel.expr.Type.MapType": cel_expr_Type_MapType;
  readonly "envoy.admin.v3.ClustersConfigDump": envoy_admin_v3_ClustersConfigDump;
  readonly "envoy.admin.v3.ClustersConfigDump.DynamicCluster": envoy_admin_v3_ClustersConfigDump_DynamicCluster;
  readonly "envoy.admin.v3.ClustersConfigDump.StaticCluster": envoy_admin_v3_ClustersConfigDump_StaticCluster;
  readonly "envoy.admin.v3.EcdsConfigDump": envoy_admin_v3_EcdsConfigDump;
  readonly "envoy.admin.v3.EcdsConfigDump.EcdsFilterConfig": envoy_admin_v3_EcdsConfigDump_EcdsFilterConfig;
  readonly "envoy.admin.v3.EndpointsConfigDump": envoy_admin_v3_EndpointsConfigDump;
  readonly "envoy.admin.v3.EndpointsConfigDump.DynamicEndpointConfig": envoy_admin_v3_EndpointsConfigDump_DynamicEndpointConfig;
  readonly "envoy.admin.v3.EndpointsConfigDump.StaticEndpointConfig": envoy_admin_v3_EndpointsConfigDump_StaticEndpointConfig;
  readonly "envoy.admin.v3.ListenersConfigDump": envoy_admin_v3_ListenersConfigDump;
  readonly "envoy.admin.v3.ListenersConfigDump.DynamicListener": envoy_admin_v3_ListenersConfigDump_DynamicListener;
  readonly "envoy.admin.v3.ListenersConfigDump.DynamicListenerState": envoy_admin_v3_ListenersConfigDump_DynamicListenerState;
  readonly "envoy.admin.v3.ListenersConfigDump.StaticListener": envoy_admin_v3_ListenersConfigDump_StaticListener;
  readonly "envoy.admin.v3.RoutesConfigDump": envoy_admin_v3_RoutesConfigDump;
  readonly "envoy.admin.v3.RoutesConfigDump.DynamicRouteConfig": envoy_admin_v3_RoutesConfigDump_DynamicRouteConfig;
  readonly "envoy.admin.v3.RoutesConfigDump.StaticRouteConfig": envoy_admin_v3_RoutesConfigDump_StaticRouteConfig;
  readonly "envoy.admin.v3.ScopedRoutesConfigDump": envoy_admin_v3_ScopedRoutesConfigDump;
  readonly "envoy.admin.v3.ScopedRoutesConfigDump.DynamicScopedRouteConfigs": envoy_admin_v3_ScopedRoutesConfigDump_DynamicScopedRouteConfigs;
  readonly "envoy.admin.v3.ScopedRoutesConfigDump.InlineScopedRouteConfigs": envoy_admin_v3_ScopedRoutesConfigDump_InlineScopedRouteConfigs;
  readonly "envoy.admin.v3.UpdateFailureState": envoy_admin_v3_UpdateFailureState;
  readonly "envoy.config.accesslog.v3.AccessLog": envoy_config_accesslog_v3_AccessLog;
  readonly "envoy.config.accesslog.v3.AccessLogFilter": envoy_config_accesslog_v3_AccessLogFilter;
  readonly "envoy.config.accesslog.v3.AndFilter": envoy_config_accesslog_v3_AndFilter;
  readonly "envoy.config.accesslog.v3.ComparisonFilter": envoy_config_accesslog_v3_ComparisonFilter;
  readonly "envoy.config.accesslog.v3.DurationFilter": envoy_config_accesslog_v3_DurationFilter;
  readonly "envoy.config.accesslog.v3.ExtensionFilter": envoy_config_accesslog_v3_ExtensionFilter;
  readonly "envoy.config.accesslog.v3.GrpcStatusFilter": envoy_config_accesslog_v3_GrpcStatusFilter;
  readonly "envoy.config.accesslog.v3.HeaderFilter": envoy_config_accesslog_v3_HeaderFilter;
  readonly "envoy.config.accesslog.v3.LogTypeFilter": envoy_config_accesslog_v3_LogTypeFilter;
  readonly "envoy.config.accesslog.v3.MetadataFilter": envoy_config_accesslog_v3_MetadataFilter;
  readonly "envoy.config.accesslog.v3.NotHealthCheckFilter": envoy_config_accesslog_v3_NotHealthCheckFilter;
  readonly "envoy.config.accesslog.v3.OrFilter": envoy_config_accesslog_v3_OrFilter;
  readonly "envoy.config.accesslog.v3.ResponseFlagFilter": envoy_config_accesslog_v3_ResponseFlagFilter;
  readonly "envoy.config.accesslog.v3.RuntimeFilter": envoy_config_accesslog_v3_RuntimeFilter;
  readonly "envoy.config.accesslog.v3.StatusCodeFilter": envoy_config_accesslog_v3_StatusCodeFilter;
  readonly "envoy.config.accesslog.v3.TraceableFilter": envoy_config_accesslog_v3_TraceableFilter;
  readonly "envoy.config.bootstrap.v3.Admin": envoy_config_bootstrap_v3_Admin;
  readonly "envoy.config.bootstrap.v3.ApiListenerManager": envoy_config_bootstrap_v3_ApiListenerManager;
  readonly "envoy.config.bootstrap.v3.Bootstrap": envoy_config_bootstrap_v3_Bootstrap;
  readonly "envoy.config.bootstrap.v3.Bootstrap.ApplicationLogConfig": envoy_config_bootstrap_v3_Bootstrap_ApplicationLogConfig;
  readonly "envoy.config.bootstrap.v3.Bootstrap.ApplicationLogConfig.LogFormat": envoy_config_bootstrap_v3_Bootstrap_ApplicationLogConfig_LogFormat;
  readonly "envoy.config.bootstrap.v3.Bootstrap.DeferredStatOptions": envoy_config_bootstrap_v3_Bootstrap_DeferredStatOptions;
  readonly "envoy.config.bootstrap.v3.Bootstrap.DynamicResources": envoy_config_bootstrap_v3_Bootstrap_DynamicResources;
  readonly "envoy.config.bootstrap.v3.Bootstrap.GrpcAsyncClientManagerConfig": envoy_config_bootstrap_v3_Bootstrap_GrpcAsyncClientManagerConfig;
  readonly "envoy.config.bootstrap.v3.Bootstrap.StaticResources": envoy_config_bootstrap_v3_Bootstrap_StaticResources;
  readonly "envoy.config.bootstrap.v3.ClusterManager": envoy_config_bootstrap_v3_ClusterManager;
  readonly "envoy.config.bootstrap.v3.ClusterManager.OutlierDetection": envoy_config_bootstrap_v3_ClusterManager_OutlierDetection;
  readonly "envoy.config.bootstrap.v3.CustomInlineHeader": envoy_config_bootstrap_v3_CustomInlineHeader;
  readonly "envoy.config.bootstrap.v3.FatalAction": envoy_config_bootstrap_v3_FatalAction;
  readonly "envoy.config.bootstrap.v3.LayeredRuntime": envoy_config_bootstrap_v3_LayeredRuntime;
  readonly "envoy.config.bootstrap.v3.ListenerManager": envoy_config_bootstrap_v3_ListenerManager;
  readonly "envoy.config.bootstrap.v3.MemoryAllocatorManager": envoy_config_bootstrap_v3_MemoryAllocatorManager;
  readonly "envoy.config.bootstrap.v3.Runtime": envoy_config_bootstrap_v3_Runtime;
  readonly "envoy.config.bootstrap.v3.RuntimeLayer": envoy_config_bootstrap_v3_RuntimeLayer;
  readonly "envoy.config.bootstrap.v3.RuntimeLayer.AdminLayer": envoy_config_bootstrap_v3_RuntimeLayer_AdminLayer;
  readonly "envoy.config.bootstrap.v3.RuntimeLayer.DiskLayer": envoy_config_bootstrap_v3_RuntimeLayer_DiskLayer;
  readonly "envoy.config.bootstrap.v3.RuntimeLayer.RtdsLayer": envoy_config_bootstrap_v3_RuntimeLayer_RtdsLayer;
  readonly "envoy.config.bootstrap.v3.ValidationListenerManager": envoy_config_bootstrap_v3_ValidationListenerManager;
  readonly "envoy.config.bootstrap.v3.Watchdog": envoy_config_bootstrap_v3_Watchdog;
  readonly "envoy.config.bootstrap.v3.Watchdog.WatchdogAction": envoy_config_bootstrap_v3_Watchdog_WatchdogAction;
  readonly "envoy.config.bootstrap.v3.Watchdogs": envoy_config_bootstrap_v3_Watchdogs;
  readonly "envoy.config.cluster.v3.CircuitBreakers": envoy_config_cluster_v3_CircuitBreakers;
  readonly "envoy.config.cluster.v3.CircuitBreakers.Thresholds": envoy_config_cluster_v3_CircuitBreakers_Thresholds;
  readonly "envoy.config.cluster.v3.CircuitBreakers.Thresholds.RetryBudget": envoy_config_cluster_v3_CircuitBreakers_Thresholds_RetryBudget;
  readonly "envoy.config.cluster.v3.Cluster": envoy_config_cluster_v3_Cluster;
  readonly "envoy.config.cluster.v3.Cluster.CommonLbConfig": envoy_config_cluster_v3_Cluster_CommonLbConfig;
  readonly "envoy.config.cluster.v3.Cluster.CommonLbConfig.ConsistentHashingLbConfig": envoy_config_cluster_v3_Cluster_CommonLbConfig_ConsistentHashingLbConfig;
  readonly "envoy.config.cluster.v3.Cluster.CommonLbConfig.LocalityWeightedLbConfig": envoy_config_cluster_v3_Cluster_CommonLbConfig_LocalityWeightedLbConfig;
  readonly "envoy.config.cluster.v3.Cluster.CommonLbConfig.ZoneAwareLbConfig": envoy_config_cluster_v3_Cluster_CommonLbConfig_ZoneAwareLbConfig;
  readonly "envoy.config.cluster.v3.Cluster.CustomClusterType": envoy_config_cluster_v3_Cluster_CustomClusterType;
  readonly "envoy.config.cluster.v3.Cluster.EdsClusterConfig": envoy_config_cluster_v3_Cluster_EdsClusterConfig;
  readonly "envoy.config.cluster.v3.Cluster.LbSubsetConfig": envoy_config_cluster_v3_Cluster_LbSubsetConfig;
  readonly "envoy.config.cluster.v3.Cluster.LbSubsetConfig.LbSubsetSelector": envoy_config_cluster_v3_Cluster_LbSubsetConfig_LbSubsetSelector;
  readonly "envoy.config.cluster.v3.Cluster.LeastRequestLbConfig": envoy_config_cluster_v3_Cluster_LeastRequestLbConfig;
  readonly "envoy.config.cluster.v3.Cluster.MaglevLbConfig": envoy_config_cluster_v3_Cluster_MaglevLbConfig;
  readonly "envoy.config.cluster.v3.Cluster.OriginalDstLbConfig": envoy_config_cluster_v3_Cluster_OriginalDstLbConfig;
  readonly "envoy.config.cluster.v3.Cluster.PreconnectPolicy": envoy_config_cluster_v3_Cluster_PreconnectPolicy;
  readonly "envoy.config.cluster.v3.Cluster.QueuingPolicies": envoy_config_cluster_v3_Cluster_QueuingPolicies;
  readonly "envoy.config.cluster.v3.Cluster.RefreshRate": envoy_config_cluster_v3_Cluster_RefreshRate;
  readonly "envoy.config.cluster.v3.Cluster.RingHashLbConfig": envoy_config_cluster_v3_Cluster_RingHashLbConfig;
  readonly "envoy.config.cluster.v3.Cluster.RoundRobinLbConfig": envoy_config_cluster_v3_Cluster_RoundRobinLbConfig;
  readonly "envoy.config.cluster.v3.Cluster.SlowStartConfig": envoy_config_cluster_v3_Cluster_SlowStartConfig;
  readonly "envoy.config.cluster.v3.Cluster.TransportSocketMatch": envoy_config_cluster_v3_Cluster_TransportSocketMatch;
  readonly "envoy.config.cluster.v3.ClusterCollection": envoy_config_cluster_v3_ClusterCollection;
  readonly "envoy.config.cluster.v3.Filter": envoy_config_cluster_v3_Filter;
  readonly "envoy.config.cluster.v3.LoadBalancingPolicy": envoy_config_cluster_v3_LoadBalancingPolicy;
  readonly "envoy.config.cluster.v3.LoadBalancingPolicy.Policy": envoy_config_cluster_v3_LoadBalancingPolicy_Policy;
  readonly "envoy.config.cluster.v3.OutlierDetection": envoy_config_cluster_v3_OutlierDetection;
  readonly "envoy.config.cluster.v3.TrackClusterStats": envoy_config_cluster_v3_TrackClusterStats;
  readonly "envoy.config.cluster.v3.UpstreamConnectionOptions": envoy_config_cluster_v3_UpstreamConnectionOptions;
  readonly "envoy.config.cluster.v3.UpstreamConnectionOptions.HappyEyeballsConfig": envoy_config_cluster_v3_UpstreamConnectionOptions_HappyEyeballsConfig;
  readonly "envoy.config.common.matcher.v3.HttpGenericBodyMatch": envoy_config_common_matcher_v3_HttpGenericBodyMatch;
  readonly "envoy.config.common.matcher.v3.HttpGenericBodyMatch.GenericTextMatch": envoy_config_common_matcher_v3_HttpGenericBodyMatch_GenericTextMatch;
  readonly "envoy.config.common.matcher.v3.HttpHeadersMatch": envoy_config_common_matcher_v3_HttpHeadersMatch;
  readonly "envoy.config.common.matcher.v3.MatchPredicate": envoy_config_common_matcher_v3_MatchPredicate;
  readonly "envoy.config.common.matcher.v3.MatchPredicate.MatchSet": envoy_config_common_matcher_v3_MatchPredicate_MatchSet;
  readonly "envoy.config.common.matcher.v3.Matcher": envoy_config_common_matcher_v3_Matcher;
  readonly "envoy.config.common.matcher.v3.Matcher.MatcherList": envoy_config_common_matcher_v3_Matcher_MatcherList;
  readonly "envoy.config.common.matcher.v3.Matcher.MatcherList.FieldMatcher": envoy_config_common_matcher_v3_Matcher_MatcherList_FieldMatcher;
  readonly "envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate": envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate;
  readonly "envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate.PredicateList": envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate_PredicateList;
  readonly "envoy.config.common.matcher.v3.Matcher.MatcherList.Predicate.SinglePredicate": envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate_SinglePredicate;
  readonly "envoy.config.common.matcher.v3.Matcher.MatcherTree": envoy_config_common_matcher_v3_Matcher_MatcherTree;
  readonly "envoy.config.common.matcher.v3.Matcher.MatcherTree.MatchMap": envoy_config_common_matcher_v3_Matcher_MatcherTree_MatchMap;
  readonly "envoy.config.common.matcher.v3.Matcher.OnMatch": envoy_config_common_matcher_v3_Matcher_OnMatch;
  readonly "envoy.config.common.mutation_rules.v3.HeaderMutation": envoy_config_common_mutation_rules_v3_HeaderMutation;
  readonly "envoy.config.common.mutation_rules.v3.HeaderMutation.RemoveOnMatch": envoy_config_common_mutation_rules_v3_HeaderMutation_RemoveOnMatch;
  readonly "envoy.config.common.mutation_rules.v3.HeaderMutationRules": envoy_config_common_mutation_rules_v3_HeaderMutationRules;
  readonly "envoy.config.core.v3.Address": envoy_config_core_v3_Address;
  readonly "envoy.config.core.v3.AggregatedConfigSource": envoy_config_core_v3_AggregatedConfigSource;
  readonly "envoy.config.core.v3.AlternateProtocolsCacheOptions": envoy_config_core_v3_AlternateProtocolsCacheOptions;
  readonly "envoy.config.core.v3.AlternateProtocolsCacheOptions.AlternateProtocolsCacheEntry": envoy_config_core_v3_AlternateProtocolsCacheOptions_AlternateProtocolsCacheEntry;
  readonly "envoy.config.core.v3.ApiConfigSource": envoy_config_core_v3_ApiConfigSource;
  readonly "envoy.config.core.v3.AsyncDataSource": envoy_config_core_v3_AsyncDataSource;
  readonly "envoy.config.core.v3.BackoffStrategy": envoy_config_core_v3_BackoffStrategy;
  readonly "envoy.config.core.v3.BindConfig": envoy_config_core_v3_BindConfig;
  readonly "envoy.config.core.v3.BuildVersion": envoy_config_core_v3_BuildVersion;
  readonly "envoy.config.core.v3.CelExpressionConfig": envoy_config_core_v3_CelExpressionConfig;
  readonly "envoy.config.core.v3.CidrRange": envoy_config_core_v3_CidrRange;
  readonly "envoy.config.core.v3.ConfigSource": envoy_config_core_v3_ConfigSource;
  readonly "envoy.config.core.v3.ControlPlane": envoy_config_core_v3_ControlPlane;
  readonly "envoy.config.core.v3.DataSource": envoy_config_core_v3_DataSource;
  readonly "envoy.config.core.v3.DnsResolutionConfig": envoy_config_core_v3_DnsResolutionConfig;
  readonly "envoy.config.core.v3.DnsResolverOptions": envoy_config_core_v3_DnsResolverOptions;
  readonly "envoy.config.core.v3.EnvoyInternalAddress": envoy_config_core_v3_EnvoyInternalAddress;
  readonly "envoy.config.core.v3.EventServiceConfig": envoy_config_core_v3_EventServiceConfig;
  readonly "envoy.config.core.v3.Extension": envoy_config_core_v3_Extension;
  readonly "envoy.config.core.v3.ExtensionConfigSource": envoy_config_core_v3_ExtensionConfigSource;
  readonly "envoy.config.core.v3.ExtraSourceAddress": envoy_config_core_v3_ExtraSourceAddress;
  readonly "envoy.config.core.v3.GrpcMethodList": envoy_config_core_v3_GrpcMethodList;
  readonly "envoy.config.core.v3.GrpcMethodList.Service": envoy_config_core_v3_GrpcMethodList_Service;
  readonly "envoy.config.core.v3.GrpcProtocolOptions": envoy_config_core_v3_GrpcProtocolOptions;
  readonly "envoy.config.core.v3.GrpcService": envoy_config_core_v3_GrpcService;
  readonly "envoy.config.core.v3.GrpcService.EnvoyGrpc": envoy_config_core_v3_GrpcService_EnvoyGrpc;
  readonly "envoy.config.core.v3.GrpcService.GoogleGrpc": envoy_config_core_v3_GrpcService_GoogleGrpc;
  readonly "envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials": envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials;
  readonly "envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.GoogleIAMCredentials": envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_GoogleIAMCredentials;
  readonly "envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.MetadataCredentialsFromPlugin": envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_MetadataCredentialsFromPlugin;
  readonly "envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.ServiceAccountJWTAccessCredentials": envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_ServiceAccountJWTAccessCredentials;
  readonly "envoy.config.core.v3.GrpcService.GoogleGrpc.CallCredentials.StsService": envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_StsService;
  readonly "envoy.config.core.v3.GrpcService.GoogleGrpc.ChannelArgs": envoy_config_core_v3_GrpcService_GoogleGrpc_ChannelArgs;
  readonly "envoy.config.core.v3.GrpcService.GoogleGrpc.ChannelArgs.Value": envoy_config_core_v3_GrpcService_GoogleGrpc_ChannelArgs_Value;
  readonly "envoy.config.core.v3.GrpcService.GoogleGrpc.ChannelCredentials": envoy_config_core_v3_GrpcService_GoogleGrpc_ChannelCredentials;
  readonly "envoy.config.core.v3.GrpcService.GoogleGrpc.GoogleLocalCredentials": envoy_config_core_v3_GrpcService_GoogleGrpc_GoogleLocalCredentials;
  readonly "envoy.config.core.v3.GrpcService.GoogleGrpc.SslCredentials": envoy_config_core_v3_GrpcService_GoogleGrpc_SslCredentials;
  readonly "envoy.config.core.v3.HeaderMap": envoy_config_core_v3_HeaderMap;
  readonly "envoy.config.core.v3.HeaderValue": envoy_config_core_v3_HeaderValue;
  readonly "envoy.config.core.v3.HeaderValueOption": envoy_config_core_v3_HeaderValueOption;
  readonly "envoy.config.core.v3.HealthCheck": envoy_config_core_v3_HealthCheck;
  readonly "envoy.config.core.v3.HealthCheck.CustomHealthCheck": envoy_config_core_v3_HealthCheck_CustomHealthCheck;
  readonly "envoy.config.core.v3.HealthCheck.GrpcHealthCheck": envoy_config_core_v3_HealthCheck_GrpcHealthCheck;
  readonly "envoy.config.core.v3.HealthCheck.HttpHealthCheck": envoy_config_core_v3_HealthCheck_HttpHealthCheck;
  readonly "envoy.config.core.v3.HealthCheck.Payload": envoy_config_core_v3_HealthCheck_Payload;
  readonly "envoy.config.core.v3.HealthCheck.RedisHealthCheck": envoy_config_core_v3_HealthCheck_RedisHealthCheck;
  readonly "envoy.config.core.v3.HealthCheck.TcpHealthCheck": envoy_config_core_v3_HealthCheck_TcpHealthCheck;
  readonly "envoy.config.core.v3.HealthCheck.TlsOptions": envoy_config_core_v3_HealthCheck_TlsOptions;
  readonly "envoy.config.core.v3.HealthStatusSet": envoy_config_core_v3_HealthStatusSet;
  readonly "envoy.config.core.v3.Http1ProtocolOptions": envoy_config_core_v3_Http1ProtocolOptions;
  readonly "envoy.config.core.v3.Http1ProtocolOptions.HeaderKeyFormat": envoy_config_core_v3_Http1ProtocolOptions_HeaderKeyFormat;
  readonly "envoy.config.core.v3.Http1ProtocolOptions.HeaderKeyFormat.ProperCaseWords": envoy_config_core_v3_Http1ProtocolOptions_HeaderKeyFormat_ProperCaseWords;
  readonly "envoy.config.core.v3.Http2ProtocolOptions": envoy_config_core_v3_Http2ProtocolOptions;
  readonly "envoy.config.core.v3.Http2ProtocolOptions.SettingsParameter": envoy_config_core_v3_Http2ProtocolOptions_SettingsParameter;
  readonly "envoy.config.core.v3.Http3ProtocolOptions": envoy_config_core_v3_Http3ProtocolOptions;
  readonly "envoy.config.core.v3.HttpProtocolOptions": envoy_config_core_v3_HttpProtocolOptions;
  readonly "envoy.config.core.v3.HttpService": envoy_config_core_v3_HttpService;
  readonly "envoy.config.core.v3.HttpUri": envoy_config_core_v3_HttpUri;
  readonly "envoy.config.core.v3.JsonFormatOptions": envoy_config_core_v3_JsonFormatOptions;
  readonly "envoy.config.core.v3.KeepaliveSettings": envoy_config_core_v3_KeepaliveSettings;
  readonly "envoy.config.core.v3.KeyValue": envoy_config_core_v3_KeyValue;
  readonly "envoy.config.core.v3.KeyValueAppend": envoy_config_core_v3_KeyValueAppend;
  readonly "envoy.config.core.v3.KeyValueMutation": envoy_config_core_v3_KeyValueMutation;
  readonly "envoy.config.core.v3.KeyValuePair": envoy_config_core_v3_KeyValuePair;
  readonly "envoy.config.core.v3.Locality": envoy_config_core_v3_Locality;
  readonly "envoy.config.core.v3.Metadata": envoy_config_core_v3_Metadata;
  readonly "envoy.config.core.v3.Node": envoy_config_core_v3_Node;
  readonly "envoy.config.core.v3.PathConfigSource": envoy_config_core_v3_PathConfigSource;
  readonly "envoy.config.core.v3.PerHostConfig": envoy_config_core_v3_PerHostConfig;
  readonly "envoy.config.core.v3.Pipe": envoy_config_core_v3_Pipe;
  readonly "envoy.config.core.v3.ProxyProtocolConfig": envoy_config_core_v3_ProxyProtocolConfig;
  readonly "envoy.config.core.v3.ProxyProtocolPassThroughTLVs": envoy_config_core_v3_ProxyProtocolPassThroughTLVs;
  readonly "envoy.config.core.v3.QueryParameter": envoy_config_core_v3_QueryParameter;
  readonly "envoy.config.core.v3.QuicKeepAliveSettings": envoy_config_core_v3_QuicKeepAliveSettings;
  readonly "envoy.config.core.v3.QuicProtocolOptions": envoy_config_core_v3_QuicProtocolOptions;
  readonly "envoy.config.core.v3.QuicProtocolOptions.ConnectionMigrationSettings": envoy_config_core_v3_QuicProtocolOptions_ConnectionMigrationSettings;
  readonly "envoy.config.core.v3.QuicProtocolOptions.ConnectionMigrationSettings.MigrateIdleConnectionSettings": envoy_config_core_v3_QuicProtocolOptions_ConnectionMigrationSettings_MigrateIdleConnectionSettings;
  readonly "envoy.config.core.v3.RateLimitSettings": envoy_config_core_v3_RateLimitSettings;
  readonly "envoy.config.core.v3.RemoteDataSource": envoy_config_core_v3_RemoteDataSource;
  readonly "envoy.config.core.v3.RetryPolicy": envoy_config_core_v3_RetryPolicy;
  readonly "envoy.config.core.v3.RetryPolicy.RetryHostPredicate": envoy_config_core_v3_RetryPolicy_RetryHostPredicate;
  readonly "envoy.config.core.v3.RetryPolicy.RetryPriority": envoy_config_core_v3_RetryPolicy_RetryPriority;
  readonly "envoy.config.core.v3.RuntimeDouble": envoy_config_core_v3_RuntimeDouble;
  readonly "envoy.config.core.v3.RuntimeFeatureFlag": envoy_config_core_v3_RuntimeFeatureFlag;
  readonly "envoy.config.core.v3.RuntimeFractionalPercent": envoy_config_core_v3_RuntimeFractionalPercent;
  readonly "envoy.config.core.v3.RuntimePercent": envoy_config_core_v3_RuntimePercent;
  readonly "envoy.config.core.v3.RuntimeUInt32": envoy_config_core_v3_RuntimeUInt32;
  readonly "envoy.config.core.v3.RuntimeUInt64": envoy_config_core_v3_RuntimeUInt64;
  readonly "envoy.config.core.v3.SchemeHeaderTransformation": envoy_config_core_v3_SchemeHeaderTransformation;
  readonly "envoy.config.core.v3.SelfConfigSource": envoy_config_core_v3_SelfConfigSource;
  readonly "envoy.config.core.v3.SocketAddress": envoy_config_core_v3_SocketAddress;
  readonly "envoy.config.core.v3.SocketCmsgHeaders": envoy_config_core_v3_SocketCmsgHeaders;
  readonly "envoy.config.core.v3.SocketOption": envoy_config_core_v3_SocketOption;
  readonly "envoy.config.core.v3.SocketOption.SocketType": envoy_config_core_v3_SocketOption_SocketType;
  readonly "envoy.config.core.v3.SocketOption.SocketType.Datagram": envoy_config_core_v3_SocketOption_SocketType_Datagram;
  readonly "envoy.config.core.v3.SocketOption.SocketType.Stream": envoy_config_core_v3_SocketOption_SocketType_Stream;
  readonly "envoy.config.core.v3.SocketOptionsOverride": envoy_config_core_v3_SocketOptionsOverride;
  readonly "envoy.config.core.v3.SubstitutionFormatString": envoy_config_core_v3_SubstitutionFormatString;
  readonly "envoy.config.core.v3.TcpKeepalive": envoy_config_core_v3_TcpKeepalive;
  readonly "envoy.config.core.v3.TcpProtocolOptions": envoy_config_core_v3_TcpProtocolOptions;
  readonly "envoy.config.core.v3.TlvEntry": envoy_config_core_v3_TlvEntry;
  readonly "envoy.config.core.v3.TransportSocket": envoy_config_core_v3_TransportSocket;
  readonly "envoy.config.core.v3.TypedExtensionConfig": envoy_config_core_v3_TypedExtensionConfig;
  readonly "envoy.config.core.v3.UdpSocketConfig": envoy_config_core_v3_UdpSocketConfig;
  readonly "envoy.config.core.v3.UpstreamHttpProtocolOptions": envoy_config_core_v3_UpstreamHttpProtocolOptions;
  readonly "envoy.config.core.v3.WatchedDirectory": envoy_config_core_v3_WatchedDirectory;
  readonly "envoy.config.endpoint.v3.ClusterLoadAssignment": envoy_config_endpoint_v3_ClusterLoadAssignment;
  readonly "envoy.config.endpoint.v3.ClusterLoadAssignment.Policy": envoy_config_endpoint_v3_ClusterLoadAssignment_Policy;
  readonly "envoy.config.endpoint.v3.ClusterLoadAssignment.Policy.DropOverload": envoy_config_endpoint_v3_ClusterLoadAssignment_Policy_DropOverload;
  readonly "envoy.config.endpoint.v3.ClusterStats": envoy_config_endpoint_v3_ClusterStats;
  readonly "envoy.config.endpoint.v3.ClusterStats.DroppedRequests": envoy_config_endpoint_v3_ClusterStats_DroppedRequests;
  readonly "envoy.config.endpoint.v3.Endpoint": envoy_config_endpoint_v3_Endpoint;
  readonly "envoy.config.endpoint.v3.Endpoint.AdditionalAddress": envoy_config_endpoint_v3_Endpoint_AdditionalAddress;
  readonly "envoy.config.endpoint.v3.Endpoint.HealthCheckConfig": envoy_config_endpoint_v3_Endpoint_HealthCheckConfig;
  readonly "envoy.config.endpoint.v3.EndpointLoadMetricStats": envoy_config_endpoint_v3_EndpointLoadMetricStats;
  readonly "envoy.config.endpoint.v3.LbEndpoint": envoy_config_endpoint_v3_LbEndpoint;
  readonly "envoy.config.endpoint.v3.LbEndpointCollection": envoy_config_endpoint_v3_LbEndpointCollection;
  readonly "envoy.config.endpoint.v3.LedsClusterLocalityConfig": envoy_config_endpoint_v3_LedsClusterLocalityConfig;
  readonly "envoy.config.endpoint.v3.LocalityLbEndpoints": envoy_config_endpoint_v3_LocalityLbEndpoints;
  readonly "envoy.config.endpoint.v3.LocalityLbEndpoints.LbEndpointList": envoy_config_endpoint_v3_LocalityLbEndpoints_LbEndpointList;
  readonly "envoy.config.endpoint.v3.UnnamedEndpointLoadMetricStats": envoy_config_endpoint_v3_UnnamedEndpointLoadMetricStats;
  readonly "envoy.config.endpoint.v3.UpstreamEndpointStats": envoy_config_endpoint_v3_UpstreamEndpointStats;
  readonly "envoy.config.endpoint.v3.UpstreamLocalityStats": envoy_config_endpoint_v3_UpstreamLocalityStats;
  readonly "envoy.config.listener.v3.ActiveRawUdpListenerConfig": envoy_config_listener_v3_ActiveRawUdpListenerConfig;
  readonly "envoy.config.listener.v3.AdditionalAddress": envoy_config_listener_v3_AdditionalAddress;
  readonly "envoy.config.listener.v3.ApiListener": envoy_config_listener_v3_ApiListener;
  readonly "envoy.config.listener.v3.Filter": envoy_config_listener_v3_Filter;
  readonly "envoy.config.listener.v3.FilterChain": envoy_config_listener_v3_FilterChain;
  readonly "envoy.config.listener.v3.FilterChainMatch": envoy_config_listener_v3_FilterChainMatch;
  readonly "envoy.config.listener.v3.Listener": envoy_config_listener_v3_Listener;
  readonly "envoy.config.listener.v3.Listener.ConnectionBalanceConfig": envoy_config_listener_v3_Listener_ConnectionBalanceConfig;
  readonly "envoy.config.listener.v3.Listener.ConnectionBalanceConfig.CpuLocalityBalance": envoy_config_listener_v3_Listener_ConnectionBalanceConfig_CpuLocalityBalance;
  readonly "envoy.config.listener.v3.Listener.ConnectionBalanceConfig.ExactBalance": envoy_config_listener_v3_Listener_ConnectionBalanceConfig_ExactBalance;
  readonly "envoy.config.listener.v3.Listener.DeprecatedV1": envoy_config_listener_v3_Listener_DeprecatedV1;
  readonly "envoy.config.listener.v3.Listener.FcdsConfig": envoy_config_listener_v3_Listener_FcdsConfig;
  readonly "envoy.config.listener.v3.Listener.InternalListenerConfig": envoy_config_listener_v3_Listener_InternalListenerConfig;
  readonly "envoy.config.listener.v3.ListenerCollection": envoy_config_listener_v3_ListenerCollection;
  readonly "envoy.config.listener.v3.ListenerFilter": envoy_config_listener_v3_ListenerFilter;
  readonly "envoy.config.listener.v3.ListenerFilterChainMatchPredicate": envoy_config_listener_v3_ListenerFilterChainMatchPredicate;
  readonly "envoy.config.listener.v3.ListenerFilterChainMatchPredicate.MatchSet": envoy_config_listener_v3_ListenerFilterChainMatchPredicate_MatchSet;
  readonly "envoy.config.listener.v3.QuicProtocolOptions": envoy_config_listener_v3_QuicProtocolOptions;
  readonly "envoy.config.listener.v3.UdpListenerConfig": envoy_config_listener_v3_UdpListenerConfig;
  readonly "envoy.config.metrics.v3.DogStatsdSink": envoy_config_metrics_v3_DogStatsdSink;
  readonly "envoy.config.metrics.v3.HistogramBucketSettings": envoy_config_metrics_v3_HistogramBucketSettings;
  readonly "envoy.config.metrics.v3.HystrixSink": envoy_config_metrics_v3_HystrixSink;
  readonly "envoy.config.metrics.v3.StatsConfig": envoy_config_metrics_v3_StatsConfig;
  readonly "envoy.config.metrics.v3.StatsMatcher": envoy_config_metrics_v3_StatsMatcher;
  readonly "envoy.config.metrics.v3.StatsSink": envoy_config_metrics_v3_StatsSink;
  readonly "envoy.config.metrics.v3.StatsdSink": envoy_config_metrics_v3_StatsdSink;
  readonly "envoy.config.metrics.v3.TagSpecifier": envoy_config_metrics_v3_TagSpecifier;
  readonly "envoy.config.overload.v3.BufferFactoryConfig": envoy_config_overload_v3_BufferFactoryConfig;
  readonly "envoy.config.overload.v3.LoadShedPoint": envoy_config_overload_v3_LoadShedPoint;
  readonly "envoy.config.overload.v3.OverloadAction": envoy_config_overload_v3_OverloadAction;
  readonly "envoy.config.overload.v3.OverloadManager": envoy_config_overload_v3_OverloadManager;
  readonly "envoy.config.overload.v3.ResourceMonitor": envoy_config_overload_v3_ResourceMonitor;
  readonly "envoy.config.overload.v3.ScaleTimersOverloadActionConfig": envoy_config_overload_v3_ScaleTimersOverloadActionConfig;
  readonly "envoy.config.overload.v3.ScaleTimersOverloadActionConfig.ScaleTimer": envoy_config_overload_v3_ScaleTimersOverloadActionConfig_ScaleTimer;
  readonly "envoy.config.overload.v3.ScaledTrigger": envoy_config_overload_v3_ScaledTrigger;
  readonly "envoy.config.overload.v3.ShrinkHeapConfig": envoy_config_overload_v3_ShrinkHeapConfig;
  readonly "envoy.config.overload.v3.ThresholdTrigger": envoy_config_overload_v3_ThresholdTrigger;
  readonly "envoy.config.overload.v3.Trigger": envoy_config_overload_v3_Trigger;
  readonly "envoy.config.ratelimit.v3.RateLimitServiceConfig": envoy_config_ratelimit_v3_RateLimitServiceConfig;
  readonly "envoy.config.rbac.v3.Action": envoy_config_rbac_v3_Action;
  readonly "envoy.config.rbac.v3.Permission": envoy_config_rbac_v3_Permission;
  readonly "envoy.config.rbac.v3.Permission.Set": envoy_config_rbac_v3_Permission_Set;
  readonly "envoy.config.rbac.v3.Policy": envoy_config_rbac_v3_Policy;
  readonly "envoy.config.rbac.v3.Principal": envoy_config_rbac_v3_Principal;
  readonly "envoy.config.rbac.v3.Principal.Authenticated": envoy_config_rbac_v3_Principal_Authenticated;
  readonly "envoy.config.rbac.v3.Principal.Set": envoy_config_rbac_v3_Principal_Set;
  readonly "envoy.config.rbac.v3.RBAC": envoy_config_rbac_v3_RBAC;
  readonly "envoy.config.rbac.v3.RBAC.AuditLoggingOptions": envoy_config_rbac_v3_RBAC_AuditLoggingOptions;
  readonly "envoy.config.rbac.v3.RBAC.AuditLoggingOptions.AuditLoggerConfig": envoy_config_rbac_v3_RBAC_AuditLoggingOptions_AuditLoggerConfig;
  readonly "envoy.config.rbac.v3.SourcedMetadata": envoy_config_rbac_v3_SourcedMetadata;
  readonly "envoy.config.route.v3.ClusterSpecifierPlugin": envoy_config_route_v3_ClusterSpecifierPlugin;
  readonly "envoy.config.route.v3.CookieMatcher": envoy_config_route_v3_CookieMatcher;
  readonly "envoy.config.route.v3.CorsPolicy": envoy_config_route_v3_CorsPolicy;
  readonly "envoy.config.route.v3.Decorator": envoy_config_route_v3_Decorator;
  readonly "envoy.config.route.v3.DirectResponseAction": envoy_config_route_v3_DirectResponseAction;
  readonly "envoy.config.route.v3.FilterAction": envoy_config_route_v3_FilterAction;
  readonly "envoy.config.route.v3.FilterConfig": envoy_config_route_v3_FilterConfig;
  readonly "envoy.config.route.v3.HeaderMatcher": envoy_config_route_v3_HeaderMatcher;
  readonly "envoy.config.route.v3.HedgePolicy": envoy_config_route_v3_HedgePolicy;
  readonly "envoy.config.route.v3.InternalRedirectPolicy": envoy_config_route_v3_InternalRedirectPolicy;
  readonly "envoy.config.route.v3.NonForwardingAction": envoy_config_route_v3_NonForwardingAction;
  readonly "envoy.config.route.v3.QueryParameterMatcher": envoy_config_route_v3_QueryParameterMatcher;
  readonly "envoy.config.route.v3.RateLimit": envoy_config_route_v3_RateLimit;
  readonly "envoy.config.route.v3.RateLimit.Action": envoy_config_route_v3_RateLimit_Action;
  readonly "envoy.config.route.v3.RateLimit.Action.DestinationCluster": envoy_config_route_v3_RateLimit_Action_DestinationCluster;
  readonly "envoy.config.route.v3.RateLimit.Action.DynamicMetaData": envoy_config_route_v3_RateLimit_Action_DynamicMetaData;
  readonly "envoy.config.route.v3.RateLimit.Action.GenericKey": envoy_config_route_v3_RateLimit_Action_GenericKey;
  readonly "envoy.config.route.v3.RateLimit.Action.HeaderValueMatch": envoy_config_route_v3_RateLimit_Action_HeaderValueMatch;
  readonly "envoy.config.route.v3.RateLimit.Action.MaskedRemoteAddress": envoy_config_route_v3_RateLimit_Action_MaskedRemoteAddress;
  readonly "envoy.config.route.v3.RateLimit.Action.MetaData": envoy_config_route_v3_RateLimit_Action_MetaData;
  readonly "envoy.config.route.v3.RateLimit.Action.QueryParameterValueMatch": envoy_config_route_v3_RateLimit_Action_QueryParameterValueMatch;
  readonly "envoy.config.route.v3.RateLimit.Action.QueryParameters": envoy_config_route_v3_RateLimit_Action_QueryParameters;
  readonly "envoy.config.route.v3.RateLimit.Action.RemoteAddress": envoy_config_route_v3_RateLimit_Action_RemoteAddress;
  readonly "envoy.config.route.v3.RateLimit.Action.RemoteAddressMatch": envoy_config_route_v3_RateLimit_Action_RemoteAddressMatch;
  readonly "envoy.config.route.v3.RateLimit.Action.RequestHeaders": envoy_config_route_v3_RateLimit_Action_RequestHeaders;
  readonly "envoy.config.route.v3.RateLimit.Action.SourceCluster": envoy_config_route_v3_RateLimit_Action_SourceCluster;
  readonly "envoy.config.route.v3.RateLimit.HitsAddend": envoy_config_route_v3_RateLimit_HitsAddend;
  readonly "envoy.config.route.v3.RateLimit.Override": envoy_config_route_v3_RateLimit_Override;
  readonly "envoy.config.route.v3.RateLimit.Override.DynamicMetadata": envoy_config_route_v3_RateLimit_Override_DynamicMetadata;
  readonly "envoy.config.route.v3.RateLimit.Override.RateLimitOverride": envoy_config_route_v3_RateLimit_Override_RateLimitOverride;
  readonly "envoy.config.route.v3.RedirectAction": envoy_config_route_v3_RedirectAction;
  readonly "envoy.config.route.v3.RetryPolicy": envoy_config_route_v3_RetryPolicy;
  readonly "envoy.config.route.v3.RetryPolicy.RateLimitedRetryBackOff": envoy_config_route_v3_RetryPolicy_RateLimitedRetryBackOff;
  readonly "envoy.config.route.v3.RetryPolicy.ResetHeader": envoy_config_route_v3_RetryPolicy_ResetHeader;
  readonly "envoy.config.route.v3.RetryPolicy.RetryBackOff": envoy_config_route_v3_RetryPolicy_RetryBackOff;
  readonly "envoy.config.route.v3.RetryPolicy.RetryHostPredicate": envoy_config_route_v3_RetryPolicy_RetryHostPredicate;
  readonly "envoy.config.route.v3.RetryPolicy.RetryPriority": envoy_config_route_v3_RetryPolicy_RetryPriority;
  readonly "envoy.config.route.v3.Route": envoy_config_route_v3_Route;
  readonly "envoy.config.route.v3.RouteAction": envoy_config_route_v3_RouteAction;
  readonly "envoy.config.route.v3.RouteAction.HashPolicy": envoy_config_route_v3_RouteAction_HashPolicy;
  readonly "envoy.config.route.v3.RouteAction.HashPolicy.ConnectionProperties": envoy_config_route_v3_RouteAction_HashPolicy_ConnectionProperties;
  readonly "envoy.config.route.v3.RouteAction.HashPolicy.Cookie": envoy_config_route_v3_RouteAction_HashPolicy_Cookie;
  readonly "envoy.config.route.v3.RouteAction.HashPolicy.CookieAttribute": envoy_config_route_v3_RouteAction_HashPolicy_CookieAttribute;
  readonly "envoy.config.route.v3.RouteAction.HashPolicy.FilterState": envoy_config_route_v3_RouteAction_HashPolicy_FilterState;
  readonly "envoy.config.route.v3.RouteAction.HashPolicy.Header": envoy_config_route_v3_RouteAction_HashPolicy_Header;
  readonly "envoy.config.route.v3.RouteAction.HashPolicy.QueryParameter": envoy_config_route_v3_RouteAction_HashPolicy_QueryParameter;
  readonly "envoy.config.route.v3.RouteAction.MaxStreamDuration": envoy_config_route_v3_RouteAction_MaxStreamDuration;
  readonly "envoy.config.route.v3.RouteAction.RequestMirrorPolicy": envoy_config_route_v3_RouteAction_RequestMirrorPolicy;
  readonly "envoy.config.route.v3.RouteAction.UpgradeConfig": envoy_config_route_v3_RouteAction_UpgradeConfig;
  readonly "envoy.config.route.v3.RouteAction.UpgradeConfig.ConnectConfig": envoy_config_route_v3_RouteAction_UpgradeConfig_ConnectConfig;
  readonly "envoy.config.route.v3.RouteConfiguration": envoy_config_route_v3_RouteConfiguration;
  readonly "envoy.config.route.v3.RouteList": envoy_config_route_v3_RouteList;
  readonly "envoy.config.route.v3.RouteMatch": envoy_config_route_v3_RouteMatch;
  readonly "envoy.config.route.v3.RouteMatch.ConnectMatcher": envoy_config_route_v3_RouteMatch_ConnectMatcher;
  readonly "envoy.config.route.v3.RouteMatch.GrpcRouteMatchOptions": envoy_config_route_v3_RouteMatch_GrpcRouteMatchOptions;
  readonly "envoy.config.route.v3.RouteMatch.TlsContextMatchOptions": envoy_config_route_v3_RouteMatch_TlsContextMatchOptions;
  readonly "envoy.config.route.v3.ScopedRouteConfiguration": envoy_config_route_v3_ScopedRouteConfiguration;
  readonly "envoy.config.route.v3.ScopedRouteConfiguration.Key": envoy_config_route_v3_ScopedRouteConfiguration_Key;
  readonly "envoy.config.route.v3.ScopedRouteConfiguration.Key.Fragment": envoy_config_route_v3_ScopedRouteConfiguration_Key_Fragment;
  readonly "envoy.config.route.v3.Tracing": envoy_config_route_v3_Tracing;
  readonly "envoy.config.route.v3.Vhds": envoy_config_route_v3_Vhds;
  readonly "envoy.config.route.v3.VirtualCluster": envoy_config_route_v3_VirtualCluster;
  readonly "envoy.config.route.v3.VirtualHost": envoy_config_route_v3_VirtualHost;
  readonly "envoy.config.route.v3.WeightedCluster": envoy_config_route_v3_WeightedCluster;
  readonly "envoy.config.route.v3.WeightedCluster.ClusterWeight": envoy_config_route_v3_WeightedCluster_ClusterWeight;
  readonly "envoy.config.trace.v3.Tracing": envoy_config_trace_v3_Tracing;
  readonly "envoy.config.trace.v3.Tracing.Http": envoy_config_trace_v3_Tracing_Http;
  readonly "envoy.data.accesslog.v3.AccessLogCommon": envoy_data_accesslog_v3_AccessLogCommon;
  readonly "envoy.data.accesslog.v3.ConnectionProperties": envoy_data_accesslog_v3_ConnectionProperties;
  readonly "envoy.data.accesslog.v3.HTTPAccessLogEntry": envoy_data_accesslog_v3_HTTPAccessLogEntry;
  readonly "envoy.data.accesslog.v3.HTTPRequestProperties": envoy_data_accesslog_v3_HTTPRequestProperties;
  readonly "envoy.data.accesslog.v3.HTTPResponseProperties": envoy_data_accesslog_v3_HTTPResponseProperties;
  readonly "envoy.data.accesslog.v3.ResponseFlags": envoy_data_accesslog_v3_ResponseFlags;
  readonly "envoy.data.accesslog.v3.ResponseFlags.Unauthorized": envoy_data_accesslog_v3_ResponseFlags_Unauthorized;
  readonly "envoy.data.accesslog.v3.TCPAccessLogEntry": envoy_data_accesslog_v3_TCPAccessLogEntry;
  readonly "envoy.data.accesslog.v3.TLSProperties": envoy_data_accesslog_v3_TLSProperties;
  readonly "envoy.data.accesslog.v3.TLSProperties.CertificateProperties": envoy_data_accesslog_v3_TLSProperties_CertificateProperties;
  readonly "envoy.data.accesslog.v3.TLSProperties.CertificateProperties.SubjectAltName": envoy_data_accesslog_v3_TLSProperties_CertificateProperties_SubjectAltName;
  readonly "envoy.data.ai.v3.InputTokenDetails": envoy_data_ai_v3_InputTokenDetails;
  readonly "envoy.data.ai.v3.OutputTokenDetails": envoy_data_ai_v3_OutputTokenDetails;
  readonly "envoy.data.ai.v3.RequestInfo": envoy_data_ai_v3_RequestInfo;
  readonly "envoy.data.ai.v3.TokenUsage": envoy_data_ai_v3_TokenUsage;
  readonly "envoy.extensions.access_loggers.file.v3.FileAccessLog": envoy_extensions_access_loggers_file_v3_FileAccessLog;
  readonly "envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter": envoy_extensions_access_loggers_filters_cel_v3_ExpressionFilter;
  readonly "envoy.extensions.access_loggers.grpc.v3.CommonGrpcAccessLogConfig": envoy_extensions_access_loggers_grpc_v3_CommonGrpcAccessLogConfig;
  readonly "envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig": envoy_extensions_access_loggers_grpc_v3_HttpGrpcAccessLogConfig;
  readonly "envoy.extensions.access_loggers.grpc.v3.TcpGrpcAccessLogConfig": envoy_extensions_access_loggers_grpc_v3_TcpGrpcAccessLogConfig;
  readonly "envoy.extensions.access_loggers.stats.v3.Config": envoy_extensions_access_loggers_stats_v3_Config;
  readonly "envoy.extensions.access_loggers.stats.v3.Config.Counter": envoy_extensions_access_loggers_stats_v3_Config_Counter;
  readonly "envoy.extensions.access_loggers.stats.v3.Config.Gauge": envoy_extensions_access_loggers_stats_v3_Config_Gauge;
  readonly "envoy.extensions.access_loggers.stats.v3.Config.Gauge.PairedAddSubtract": envoy_extensions_access_loggers_stats_v3_Config_Gauge_PairedAddSubtract;
  readonly "envoy.extensions.access_loggers.stats.v3.Config.Gauge.Set": envoy_extensions_access_loggers_stats_v3_Config_Gauge_Set;
  readonly "envoy.extensions.access_loggers.stats.v3.Config.Histogram": envoy_extensions_access_loggers_stats_v3_Config_Histogram;
  readonly "envoy.extensions.access_loggers.stats.v3.Config.Stat": envoy_extensions_access_loggers_stats_v3_Config_Stat;
  readonly "envoy.extensions.access_loggers.stats.v3.Config.Tag": envoy_extensions_access_loggers_stats_v3_Config_Tag;
  readonly "envoy.extensions.access_loggers.stream.v3.StderrAccessLog": envoy_extensions_access_loggers_stream_v3_StderrAccessLog;
  readonly "envoy.extensions.access_loggers.stream.v3.StdoutAccessLog": envoy_extensions_access_loggers_stream_v3_StdoutAccessLog;
  readonly "envoy.extensions.clusters.aggregate.v3.AggregateClusterResource": envoy_extensions_clusters_aggregate_v3_AggregateClusterResource;
  readonly "envoy.extensions.clusters.aggregate.v3.ClusterConfig": envoy_extensions_clusters_aggregate_v3_ClusterConfig;
  readonly "envoy.extensions.common.matching.v3.ExtensionWithMatcher": envoy_extensions_common_matching_v3_ExtensionWithMatcher;
  readonly "envoy.extensions.common.matching.v3.ExtensionWithMatcherPerRoute": envoy_extensions_common_matching_v3_ExtensionWithMatcherPerRoute;
  readonly "envoy.extensions.common.ratelimit.v3.LocalClusterRateLimit": envoy_extensions_common_ratelimit_v3_LocalClusterRateLimit;
  readonly "envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor": envoy_extensions_common_ratelimit_v3_LocalRateLimitDescriptor;
  readonly "envoy.extensions.common.ratelimit.v3.RateLimitDescriptor": envoy_extensions_common_ratelimit_v3_RateLimitDescriptor;
  readonly "envoy.extensions.common.ratelimit.v3.RateLimitDescriptor.Entry": envoy_extensions_common_ratelimit_v3_RateLimitDescriptor_Entry;
  readonly "envoy.extensions.common.ratelimit.v3.RateLimitDescriptor.RateLimitOverride": envoy_extensions_common_ratelimit_v3_RateLimitDescriptor_RateLimitOverride;
  readonly "envoy.extensions.compression.gzip.compressor.v3.Gzip": envoy_extensions_compression_gzip_compressor_v3_Gzip;
  readonly "envoy.extensions.compression.gzip.decompressor.v3.Gzip": envoy_extensions_compression_gzip_decompressor_v3_Gzip;
  readonly "envoy.extensions.content_parsers.json.v3.JsonContentParser": envoy_extensions_content_parsers_json_v3_JsonContentParser;
  readonly "envoy.extensions.content_parsers.json.v3.JsonContentParser.RuleConfig": envoy_extensions_content_parsers_json_v3_JsonContentParser_RuleConfig;
  readonly "envoy.extensions.filters.common.matcher.action.v3.SkipFilter": envoy_extensions_filters_common_matcher_action_v3_SkipFilter;
  readonly "envoy.extensions.filters.common.set_filter_state.v3.FilterStateValue": envoy_extensions_filters_common_set_filter_state_v3_FilterStateValue;
  readonly "envoy.extensions.filters.http.ai_protocol_manager.v3.AiProtocolManager": envoy_extensions_filters_http_ai_protocol_manager_v3_AiProtocolManager;
  readonly "envoy.extensions.filters.http.ai_protocol_manager.v3.AiProtocolManagerPerRoute": envoy_extensions_filters_http_ai_protocol_manager_v3_AiProtocolManagerPerRoute;
  readonly "envoy.extensions.filters.http.ai_protocol_manager.v3.RequestHandling": envoy_extensions_filters_http_ai_protocol_manager_v3_RequestHandling;
  readonly "envoy.extensions.filters.http.ai_protocol_manager.v3.RequestParsingLimits": envoy_extensions_filters_http_ai_protocol_manager_v3_RequestParsingLimits;
  readonly "envoy.extensions.filters.http.ai_protocol_manager.v3.RequestPerRoute": envoy_extensions_filters_http_ai_protocol_manager_v3_RequestPerRoute;
  readonly "envoy.extensions.filters.http.ai_protocol_manager.v3.ResponseHandling": envoy_extensions_filters_http_ai_protocol_manager_v3_ResponseHandling;
  readonly "envoy.extensions.filters.http.ai_protocol_manager.v3.ResponsePerRoute": envoy_extensions_filters_http_ai_protocol_manager_v3_ResponsePerRoute;
  readonly "envoy.extensions.filters.http.ai_protocol_manager.v3.TokenUsageExtraction": envoy_extensions_filters_http_ai_protocol_manager_v3_TokenUsageExtraction;
  readonly "envoy.extensions.filters.http.ai_protocol_manager.v3.TokenUsageExtractionLimits": envoy_extensions_filters_http_ai_protocol_manager_v3_TokenUsageExtractionLimits;
  readonly "envoy.extensions.filters.http.api_key_auth.v3.ApiKeyAuth": envoy_extensions_filters_http_api_key_auth_v3_ApiKeyAuth;
  readonly "envoy.extensions.filters.http.api_key_auth.v3.ApiKeyAuthPerRoute": envoy_extensions_filters_http_api_key_auth_v3_ApiKeyAuthPerRoute;
  readonly "envoy.extensions.filters.http.api_key_auth.v3.Credential": envoy_extensions_filters_http_api_key_auth_v3_Credential;
  readonly "envoy.extensions.filters.http.api_key_auth.v3.Forwarding": envoy_extensions_filters_http_api_key_auth_v3_Forwarding;
  readonly "envoy.extensions.filters.http.api_key_auth.v3.KeySource": envoy_extensions_filters_http_api_key_auth_v3_KeySource;
  readonly "envoy.extensions.filters.http.buffer.v3.Buffer": envoy_extensions_filters_http_buffer_v3_Buffer;
  readonly "envoy.extensions.filters.http.buffer.v3.BufferPerRoute": envoy_extensions_filters_http_buffer_v3_BufferPerRoute;
  readonly "envoy.extensions.filters.http.composite.v3.Composite": envoy_extensions_filters_http_composite_v3_Composite;
  readonly "envoy.extensions.filters.http.composite.v3.CompositePerRoute": envoy_extensions_filters_http_composite_v3_CompositePerRoute;
  readonly "envoy.extensions.filters.http.composite.v3.DynamicConfig": envoy_extensions_filters_http_composite_v3_DynamicConfig;
  readonly "envoy.extensions.filters.http.composite.v3.ExecuteFilterAction": envoy_extensions_filters_http_composite_v3_ExecuteFilterAction;
  readonly "envoy.extensions.filters.http.composite.v3.FilterChainConfiguration": envoy_extensions_filters_http_composite_v3_FilterChainConfiguration;
  readonly "envoy.extensions.filters.http.compressor.v3.Compressor": envoy_extensions_filters_http_compressor_v3_Compressor;
  readonly "envoy.extensions.filters.http.compressor.v3.Compressor.CommonDirectionConfig": envoy_extensions_filters_http_compressor_v3_Compressor_CommonDirectionConfig;
  readonly "envoy.extensions.filters.http.compressor.v3.Compressor.RequestDirectionConfig": envoy_extensions_filters_http_compressor_v3_Compressor_RequestDirectionConfig;
  readonly "envoy.extensions.filters.http.compressor.v3.Compressor.ResponseDirectionConfig": envoy_extensions_filters_http_compressor_v3_Compressor_ResponseDirectionConfig;
  readonly "envoy.extensions.filters.http.compressor.v3.CompressorOverrides": envoy_extensions_filters_http_compressor_v3_CompressorOverrides;
  readonly "envoy.extensions.filters.http.compressor.v3.CompressorPerRoute": envoy_extensions_filters_http_compressor_v3_CompressorPerRoute;
  readonly "envoy.extensions.filters.http.compressor.v3.ResponseDirectionOverrides": envoy_extensions_filters_http_compressor_v3_ResponseDirectionOverrides;
  readonly "envoy.extensions.filters.http.credential_injector.v3.CredentialInjector": envoy_extensions_filters_http_credential_injector_v3_CredentialInjector;
  readonly "envoy.extensions.filters.http.decompressor.v3.Decompressor": envoy_extensions_filters_http_decompressor_v3_Decompressor;
  readonly "envoy.extensions.filters.http.decompressor.v3.Decompressor.CommonDirectionConfig": envoy_extensions_filters_http_decompressor_v3_Decompressor_CommonDirectionConfig;
  readonly "envoy.extensions.filters.http.decompressor.v3.Decompressor.RequestDirectionConfig": envoy_extensions_filters_http_decompressor_v3_Decompressor_RequestDirectionConfig;
  readonly "envoy.extensions.filters.http.decompressor.v3.Decompressor.ResponseDirectionConfig": envoy_extensions_filters_http_decompressor_v3_Decompressor_ResponseDirectionConfig;
  readonly "envoy.extensions.filters.http.header_mutation.v3.HeaderMutation": envoy_extensions_filters_http_header_mutation_v3_HeaderMutation;
  readonly "envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute": envoy_extensions_filters_http_header_mutation_v3_HeaderMutationPerRoute;
  readonly "envoy.extensions.filters.http.header_mutation.v3.Mutations": envoy_extensions_filters_http_header_mutation_v3_Mutations;
  readonly "envoy.extensions.filters.http.header_to_metadata.v3.Config": envoy_extensions_filters_http_header_to_metadata_v3_Config;
  readonly "envoy.extensions.filters.http.header_to_metadata.v3.Config.KeyValuePair": envoy_extensions_filters_http_header_to_metadata_v3_Config_KeyValuePair;
  readonly "envoy.extensions.filters.http.header_to_metadata.v3.Config.Rule": envoy_extensions_filters_http_header_to_metadata_v3_Config_Rule;
  readonly "envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata": envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata;
  readonly "envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.KeyValuePair": envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_KeyValuePair;
  readonly "envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.MatchRules": envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_MatchRules;
  readonly "envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Rule": envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_Rule;
  readonly "envoy.extensions.filters.http.json_to_metadata.v3.JsonToMetadata.Selector": envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_Selector;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.ExtractOnlyWithoutValidation": envoy_extensions_filters_http_jwt_authn_v3_ExtractOnlyWithoutValidation;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.FilterStateRule": envoy_extensions_filters_http_jwt_authn_v3_FilterStateRule;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.JwksAsyncFetch": envoy_extensions_filters_http_jwt_authn_v3_JwksAsyncFetch;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication": envoy_extensions_filters_http_jwt_authn_v3_JwtAuthentication;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.JwtCacheConfig": envoy_extensions_filters_http_jwt_authn_v3_JwtCacheConfig;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.JwtClaimToHeader": envoy_extensions_filters_http_jwt_authn_v3_JwtClaimToHeader;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.JwtClaimToHeader.PathSegment": envoy_extensions_filters_http_jwt_authn_v3_JwtClaimToHeader_PathSegment;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.JwtHeader": envoy_extensions_filters_http_jwt_authn_v3_JwtHeader;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.JwtProvider": envoy_extensions_filters_http_jwt_authn_v3_JwtProvider;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.JwtProvider.NormalizePayload": envoy_extensions_filters_http_jwt_authn_v3_JwtProvider_NormalizePayload;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement": envoy_extensions_filters_http_jwt_authn_v3_JwtRequirement;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementAndList": envoy_extensions_filters_http_jwt_authn_v3_JwtRequirementAndList;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementOrList": envoy_extensions_filters_http_jwt_authn_v3_JwtRequirementOrList;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.PerRouteConfig": envoy_extensions_filters_http_jwt_authn_v3_PerRouteConfig;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.ProviderWithAudiences": envoy_extensions_filters_http_jwt_authn_v3_ProviderWithAudiences;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.RemoteJwks": envoy_extensions_filters_http_jwt_authn_v3_RemoteJwks;
  readonly "envoy.extensions.filters.http.jwt_authn.v3.RequirementRule": envoy_extensions_filters_http_jwt_authn_v3_RequirementRule;
  readonly "envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit": envoy_extensions_filters_http_local_ratelimit_v3_LocalRateLimit;
  readonly "envoy.extensions.filters.http.lua.v3.Lua": envoy_extensions_filters_http_lua_v3_Lua;
  readonly "envoy.extensions.filters.http.lua.v3.LuaPerRoute": envoy_extensions_filters_http_lua_v3_LuaPerRoute;
  readonly "envoy.extensions.filters.http.ratelimit.v3.RateLimit": envoy_extensions_filters_http_ratelimit_v3_RateLimit;
  readonly "envoy.extensions.filters.http.ratelimit.v3.RateLimitPerRoute": envoy_extensions_filters_http_ratelimit_v3_RateLimitPerRoute;
  readonly "envoy.extensions.filters.http.rbac.v3.RBAC": envoy_extensions_filters_http_rbac_v3_RBAC;
  readonly "envoy.extensions.filters.http.rbac.v3.RBACPerRoute": envoy_extensions_filters_http_rbac_v3_RBACPerRoute;
  readonly "envoy.extensions.filters.http.router.v3.Router": envoy_extensions_filters_http_router_v3_Router;
  readonly "envoy.extensions.filters.http.router.v3.Router.UpstreamAccessLogOptions": envoy_extensions_filters_http_router_v3_Router_UpstreamAccessLogOptions;
  readonly "envoy.extensions.filters.http.set_filter_state.v3.Config": envoy_extensions_filters_http_set_filter_state_v3_Config;
  readonly "envoy.extensions.filters.http.set_metadata.v3.Config": envoy_extensions_filters_http_set_metadata_v3_Config;
  readonly "envoy.extensions.filters.http.set_metadata.v3.Metadata": envoy_extensions_filters_http_set_metadata_v3_Metadata;
  readonly "envoy.extensions.filters.http.sse_to_metadata.v3.SseToMetadata": envoy_extensions_filters_http_sse_to_metadata_v3_SseToMetadata;
  readonly "envoy.extensions.filters.http.sse_to_metadata.v3.SseToMetadata.ProcessingRules": envoy_extensions_filters_http_sse_to_metadata_v3_SseToMetadata_ProcessingRules;
  readonly "envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec": envoy_extensions_filters_http_upstream_codec_v3_UpstreamCodec;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.EnvoyMobileHttpConnectionManager": envoy_extensions_filters_network_http_connection_manager_v3_EnvoyMobileHttpConnectionManager;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.ForwardProtoConfig": envoy_extensions_filters_network_http_connection_manager_v3_ForwardProtoConfig;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager": envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ForwardClientCertConfig": envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_ForwardClientCertConfig;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.HcmAccessLogOptions": envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_HcmAccessLogOptions;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.InternalAddressConfig": envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_InternalAddressConfig;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.PathNormalizationOptions": envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_PathNormalizationOptions;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ProxyStatusConfig": envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_ProxyStatusConfig;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.SetCurrentClientCertDetails": envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_SetCurrentClientCertDetails;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.Tracing": envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_Tracing;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.UpgradeConfig": envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_UpgradeConfig;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter": envoy_extensions_filters_network_http_connection_manager_v3_HttpFilter;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.LocalReplyConfig": envoy_extensions_filters_network_http_connection_manager_v3_LocalReplyConfig;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.Rds": envoy_extensions_filters_network_http_connection_manager_v3_Rds;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.RequestIDExtension": envoy_extensions_filters_network_http_connection_manager_v3_RequestIDExtension;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.ResponseMapper": envoy_extensions_filters_network_http_connection_manager_v3_ResponseMapper;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.ScopedRds": envoy_extensions_filters_network_http_connection_manager_v3_ScopedRds;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.ScopedRouteConfigurationsList": envoy_extensions_filters_network_http_connection_manager_v3_ScopedRouteConfigurationsList;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes": envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder": envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder.FragmentBuilder": envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder_FragmentBuilder;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder.FragmentBuilder.HeaderValueExtractor": envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder_FragmentBuilder_HeaderValueExtractor;
  readonly "envoy.extensions.filters.network.http_connection_manager.v3.ScopedRoutes.ScopeKeyBuilder.FragmentBuilder.HeaderValueExtractor.KvElement": envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder_FragmentBuilder_HeaderValueExtractor_KvElement;
  readonly "envoy.extensions.formatter.generic_secret.v3.GenericSecret": envoy_extensions_formatter_generic_secret_v3_GenericSecret;
  readonly "envoy.extensions.formatter.metadata.v3.Metadata": envoy_extensions_formatter_metadata_v3_Metadata;
  readonly "envoy.extensions.formatter.req_without_query.v3.ReqWithoutQuery": envoy_extensions_formatter_req_without_query_v3_ReqWithoutQuery;
  readonly "envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation": envoy_extensions_http_early_header_mutation_header_mutation_v3_HeaderMutation;
  readonly "envoy.extensions.http.injected_credentials.generic.v3.Generic": envoy_extensions_http_injected_credentials_generic_v3_Generic;
  readonly "envoy.extensions.load_balancing_policies.client_side_weighted_round_robin.v3.ClientSideWeightedRoundRobin": envoy_extensions_load_balancing_policies_client_side_weighted_round_robin_v3_ClientSideWeightedRoundRobin;
  readonly "envoy.extensions.load_balancing_policies.common.v3.ConsistentHashingLbConfig": envoy_extensions_load_balancing_policies_common_v3_ConsistentHashingLbConfig;
  readonly "envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig": envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig;
  readonly "envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.LocalityWeightedLbConfig": envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig_LocalityWeightedLbConfig;
  readonly "envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.ZoneAwareLbConfig": envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig_ZoneAwareLbConfig;
  readonly "envoy.extensions.load_balancing_policies.common.v3.LocalityLbConfig.ZoneAwareLbConfig.ForceLocalZone": envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig_ZoneAwareLbConfig_ForceLocalZone;
  readonly "envoy.extensions.load_balancing_policies.common.v3.OrcaOobReportingConfig": envoy_extensions_load_balancing_policies_common_v3_OrcaOobReportingConfig;
  readonly "envoy.extensions.load_balancing_policies.common.v3.SlowStartConfig": envoy_extensions_load_balancing_policies_common_v3_SlowStartConfig;
  readonly "envoy.extensions.load_balancing_policies.least_request.v3.LeastRequest": envoy_extensions_load_balancing_policies_least_request_v3_LeastRequest;
  readonly "envoy.extensions.load_balancing_policies.round_robin.v3.RoundRobin": envoy_extensions_load_balancing_policies_round_robin_v3_RoundRobin;
  readonly "envoy.extensions.matching.common_inputs.network.v3.ApplicationProtocolInput": envoy_extensions_matching_common_inputs_network_v3_ApplicationProtocolInput;
  readonly "envoy.extensions.matching.common_inputs.network.v3.DestinationIPInput": envoy_extensions_matching_common_inputs_network_v3_DestinationIPInput;
  readonly "envoy.extensions.matching.common_inputs.network.v3.DestinationPortInput": envoy_extensions_matching_common_inputs_network_v3_DestinationPortInput;
  readonly "envoy.extensions.matching.common_inputs.network.v3.DirectSourceIPInput": envoy_extensions_matching_common_inputs_network_v3_DirectSourceIPInput;
  readonly "envoy.extensions.matching.common_inputs.network.v3.DynamicMetadataInput": envoy_extensions_matching_common_inputs_network_v3_DynamicMetadataInput;
  readonly "envoy.extensions.matching.common_inputs.network.v3.DynamicMetadataInput.PathSegment": envoy_extensions_matching_common_inputs_network_v3_DynamicMetadataInput_PathSegment;
  readonly "envoy.extensions.matching.common_inputs.network.v3.FilterStateInput": envoy_extensions_matching_common_inputs_network_v3_FilterStateInput;
  readonly "envoy.extensions.matching.common_inputs.network.v3.NetworkNamespaceInput": envoy_extensions_matching_common_inputs_network_v3_NetworkNamespaceInput;
  readonly "envoy.extensions.matching.common_inputs.network.v3.ServerNameInput": envoy_extensions_matching_common_inputs_network_v3_ServerNameInput;
  readonly "envoy.extensions.matching.common_inputs.network.v3.SourceIPInput": envoy_extensions_matching_common_inputs_network_v3_SourceIPInput;
  readonly "envoy.extensions.matching.common_inputs.network.v3.SourcePortInput": envoy_extensions_matching_common_inputs_network_v3_SourcePortInput;
  readonly "envoy.extensions.matching.common_inputs.network.v3.SourceTypeInput": envoy_extensions_matching_common_inputs_network_v3_SourceTypeInput;
  readonly "envoy.extensions.matching.common_inputs.network.v3.TransportProtocolInput": envoy_extensions_matching_common_inputs_network_v3_TransportProtocolInput;
  readonly "envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig": envoy_extensions_resource_monitors_downstream_connections_v3_DownstreamConnectionsConfig;
  readonly "envoy.extensions.resource_monitors.fixed_heap.v3.FixedHeapConfig": envoy_extensions_resource_monitors_fixed_heap_v3_FixedHeapConfig;
  readonly "envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate": envoy_extensions_retry_host_previous_hosts_v3_PreviousHostsPredicate;
  readonly "envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig": envoy_extensions_retry_priority_previous_priorities_v3_PreviousPrioritiesConfig;
  readonly "envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer": envoy_extensions_transport_sockets_raw_buffer_v3_RawBuffer;
  readonly "envoy.extensions.transport_sockets.tls.v3.CertificateProviderPluginInstance": envoy_extensions_transport_sockets_tls_v3_CertificateProviderPluginInstance;
  readonly "envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext": envoy_extensions_transport_sockets_tls_v3_CertificateValidationContext;
  readonly "envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext.SystemRootCerts": envoy_extensions_transport_sockets_tls_v3_CertificateValidationContext_SystemRootCerts;
  readonly "envoy.extensions.transport_sockets.tls.v3.CommonTlsContext": envoy_extensions_transport_sockets_tls_v3_CommonTlsContext;
  readonly "envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProvider": envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CertificateProvider;
  readonly "envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CertificateProviderInstance": envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CertificateProviderInstance;
  readonly "envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext": envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CombinedCertificateValidationContext;
  readonly "envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext": envoy_extensions_transport_sockets_tls_v3_DownstreamTlsContext;
  readonly "envoy.extensions.transport_sockets.tls.v3.GenericSecret": envoy_extensions_transport_sockets_tls_v3_GenericSecret;
  readonly "envoy.extensions.transport_sockets.tls.v3.PrivateKeyProvider": envoy_extensions_transport_sockets_tls_v3_PrivateKeyProvider;
  readonly "envoy.extensions.transport_sockets.tls.v3.SPIFFECertValidatorConfig": envoy_extensions_transport_sockets_tls_v3_SPIFFECertValidatorConfig;
  readonly "envoy.extensions.transport_sockets.tls.v3.SPIFFECertValidatorConfig.TrustDomain": envoy_extensions_transport_sockets_tls_v3_SPIFFECertValidatorConfig_TrustDomain;
  readonly "envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig": envoy_extensions_transport_sockets_tls_v3_SdsSecretConfig;
  readonly "envoy.extensions.transport_sockets.tls.v3.Secret": envoy_extensions_transport_sockets_tls_v3_Secret;
  readonly "envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher": envoy_extensions_transport_sockets_tls_v3_SubjectAltNameMatcher;
  readonly "envoy.extensions.transport_sockets.tls.v3.TlsCertificate": envoy_extensions_transport_sockets_tls_v3_TlsCertificate;
  readonly "envoy.extensions.transport_sockets.tls.v3.TlsKeyLog": envoy_extensions_transport_sockets_tls_v3_TlsKeyLog;
  readonly "envoy.extensions.transport_sockets.tls.v3.TlsParameters": envoy_extensions_transport_sockets_tls_v3_TlsParameters;
  readonly "envoy.extensions.transport_sockets.tls.v3.TlsSessionTicketKeys": envoy_extensions_transport_sockets_tls_v3_TlsSessionTicketKeys;
  readonly "envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext": envoy_extensions_transport_sockets_tls_v3_UpstreamTlsContext;
  readonly "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": envoy_extensions_upstreams_http_v3_HttpProtocolOptions;
  readonly "envoy.extensions.upstreams.http.v3.HttpProtocolOptions.AutoHttpConfig": envoy_extensions_upstreams_http_v3_HttpProtocolOptions_AutoHttpConfig;
  readonly "envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig": envoy_extensions_upstreams_http_v3_HttpProtocolOptions_ExplicitHttpConfig;
  readonly "envoy.extensions.upstreams.http.v3.HttpProtocolOptions.OutlierDetection": envoy_extensions_upstreams_http_v3_HttpProtocolOptions_OutlierDetection;
  readonly "envoy.extensions.upstreams.http.v3.HttpProtocolOptions.UseDownstreamHttpConfig": envoy_extensions_upstreams_http_v3_HttpProtocolOptions_UseDownstreamHttpConfig;
  readonly "envoy.service.accesslog.v3.StreamAccessLogsMessage": envoy_service_accesslog_v3_StreamAccessLogsMessage;
  readonly "envoy.service.accesslog.v3.StreamAccessLogsMessage.HTTPAccessLogEntries": envoy_service_accesslog_v3_StreamAccessLogsMessage_HTTPAccessLogEntries;
  readonly "envoy.service.accesslog.v3.StreamAccessLogsMessage.Identifier": envoy_service_accesslog_v3_StreamAccessLogsMessage_Identifier;
  readonly "envoy.service.accesslog.v3.StreamAccessLogsMessage.TCPAccessLogEntries": envoy_service_accesslog_v3_StreamAccessLogsMessage_TCPAccessLogEntries;
  readonly "envoy.service.accesslog.v3.StreamAccessLogsResponse": envoy_service_accesslog_v3_StreamAccessLogsResponse;
  readonly "envoy.service.cluster.v3.CdsDummy": envoy_service_cluster_v3_CdsDummy;
  readonly "envoy.service.discovery.v3.AdsDummy": envoy_service_discovery_v3_AdsDummy;
  readonly "envoy.service.discovery.v3.DeltaDiscoveryRequest": envoy_service_discovery_v3_DeltaDiscoveryRequest;
  readonly "envoy.service.discovery.v3.DeltaDiscoveryResponse": envoy_service_discovery_v3_DeltaDiscoveryResponse;
  readonly "envoy.service.discovery.v3.DiscoveryRequest": envoy_service_discovery_v3_DiscoveryRequest;
  readonly "envoy.service.discovery.v3.DiscoveryResponse": envoy_service_discovery_v3_DiscoveryResponse;
  readonly "envoy.service.discovery.v3.DynamicParameterConstraints": envoy_service_discovery_v3_DynamicParameterConstraints;
  readonly "envoy.service.discovery.v3.DynamicParameterConstraints.ConstraintList": envoy_service_discovery_v3_DynamicParameterConstraints_ConstraintList;
  readonly "envoy.service.discovery.v3.DynamicParameterConstraints.SingleConstraint": envoy_service_discovery_v3_DynamicParameterConstraints_SingleConstraint;
  readonly "envoy.service.discovery.v3.DynamicParameterConstraints.SingleConstraint.Exists": envoy_service_discovery_v3_DynamicParameterConstraints_SingleConstraint_Exists;
  readonly "envoy.service.discovery.v3.Resource": envoy_service_discovery_v3_Resource;
  readonly "envoy.service.discovery.v3.Resource.CacheControl": envoy_service_discovery_v3_Resource_CacheControl;
  readonly "envoy.service.discovery.v3.ResourceError": envoy_service_discovery_v3_ResourceError;
  readonly "envoy.service.discovery.v3.ResourceLocator": envoy_service_discovery_v3_ResourceLocator;
  readonly "envoy.service.discovery.v3.ResourceName": envoy_service_discovery_v3_ResourceName;
  readonly "envoy.service.endpoint.v3.EdsDummy": envoy_service_endpoint_v3_EdsDummy;
  readonly "envoy.service.endpoint.v3.LedsDummy": envoy_service_endpoint_v3_LedsDummy;
  readonly "envoy.service.extension.v3.EcdsDummy": envoy_service_extension_v3_EcdsDummy;
  readonly "envoy.service.listener.v3.LdsDummy": envoy_service_listener_v3_LdsDummy;
  readonly "envoy.service.load_stats.v3.LoadStatsRequest": envoy_service_load_stats_v3_LoadStatsRequest;
  readonly "envoy.service.load_stats.v3.LoadStatsResponse": envoy_service_load_stats_v3_LoadStatsResponse;
  readonly "envoy.service.ratelimit.v3.RateLimitRequest": envoy_service_ratelimit_v3_RateLimitRequest;
  readonly "envoy.service.ratelimit.v3.RateLimitResponse": envoy_service_ratelimit_v3_RateLimitResponse;
  readonly "envoy.service.ratelimit.v3.RateLimitResponse.DescriptorStatus": envoy_service_ratelimit_v3_RateLimitResponse_DescriptorStatus;
  readonly "envoy.service.ratelimit.v3.RateLimitResponse.Quota": envoy_service_ratelimit_v3_RateLimitResponse_Quota;
  readonly "envoy.service.ratelimit.v3.RateLimitResponse.RateLimit": envoy_service_ratelimit_v3_RateLimitResponse_RateLimit;
  readonly "envoy.service.route.v3.RdsDummy": envoy_service_route_v3_RdsDummy;
  readonly "envoy.service.route.v3.SrdsDummy": envoy_service_route_v3_SrdsDummy;
  readonly "envoy.service.runtime.v3.RtdsDummy": envoy_service_runtime_v3_RtdsDummy;
  readonly "envoy.service.runtime.v3.Runtime": envoy_service_runtime_v3_Runtime;
  readonly "envoy.service.secret.v3.SdsDummy": envoy_service_secret_v3_SdsDummy;
  readonly "envoy.service.status.v3.ClientConfig": envoy_service_status_v3_ClientConfig;
  readonly "envoy.service.status.v3.ClientConfig.GenericXdsConfig": envoy_service_status_v3_ClientConfig_GenericXdsConfig;
  readonly "envoy.service.status.v3.ClientStatusRequest": envoy_service_status_v3_ClientStatusRequest;
  readonly "envoy.service.status.v3.ClientStatusResponse": envoy_service_status_v3_ClientStatusResponse;
  readonly "envoy.service.status.v3.PerXdsConfig": envoy_service_status_v3_PerXdsConfig;
  readonly "envoy.type.http.v3.PathTransformation": envoy_type_http_v3_PathTransformation;
  readonly "envoy.type.http.v3.PathTransformation.Operation": envoy_type_http_v3_PathTransformation_Operation;
  readonly "envoy.type.http.v3.PathTransformation.Operation.MergeSlashes": envoy_type_http_v3_PathTransformation_Operation_MergeSlashes;
  readonly "envoy.type.http.v3.PathTransformation.Operation.NormalizePathRFC3986": envoy_type_http_v3_PathTransformation_Operation_NormalizePathRFC3986;
  readonly "envoy.type.matcher.v3.AddressMatcher": envoy_type_matcher_v3_AddressMatcher;
  readonly "envoy.type.matcher.v3.DoubleMatcher": envoy_type_matcher_v3_DoubleMatcher;
  readonly "envoy.type.matcher.v3.FilterStateMatcher": envoy_type_matcher_v3_FilterStateMatcher;
  readonly "envoy.type.matcher.v3.HttpRequestHeaderMatchInput": envoy_type_matcher_v3_HttpRequestHeaderMatchInput;
  readonly "envoy.type.matcher.v3.HttpRequestQueryParamMatchInput": envoy_type_matcher_v3_HttpRequestQueryParamMatchInput;
  readonly "envoy.type.matcher.v3.HttpRequestTrailerMatchInput": envoy_type_matcher_v3_HttpRequestTrailerMatchInput;
  readonly "envoy.type.matcher.v3.HttpResponseHeaderMatchInput": envoy_type_matcher_v3_HttpResponseHeaderMatchInput;
  readonly "envoy.type.matcher.v3.HttpResponseLocalReplyMatchInput": envoy_type_matcher_v3_HttpResponseLocalReplyMatchInput;
  readonly "envoy.type.matcher.v3.HttpResponseStatusCodeClassMatchInput": envoy_type_matcher_v3_HttpResponseStatusCodeClassMatchInput;
  readonly "envoy.type.matcher.v3.HttpResponseStatusCodeMatchInput": envoy_type_matcher_v3_HttpResponseStatusCodeMatchInput;
  readonly "envoy.type.matcher.v3.HttpResponseTrailerMatchInput": envoy_type_matcher_v3_HttpResponseTrailerMatchInput;
  readonly "envoy.type.matcher.v3.ListMatcher": envoy_type_matcher_v3_ListMatcher;
  readonly "envoy.type.matcher.v3.ListStringMatcher": envoy_type_matcher_v3_ListStringMatcher;
  readonly "envoy.type.matcher.v3.MetadataMatcher": envoy_type_matcher_v3_MetadataMatcher;
  readonly "envoy.type.matcher.v3.MetadataMatcher.PathSegment": envoy_type_matcher_v3_MetadataMatcher_PathSegment;
  readonly "envoy.type.matcher.v3.NodeMatcher": envoy_type_matcher_v3_NodeMatcher;
  readonly "envoy.type.matcher.v3.OrMatcher": envoy_type_matcher_v3_OrMatcher;
  readonly "envoy.type.matcher.v3.PathMatcher": envoy_type_matcher_v3_PathMatcher;
  readonly "envoy.type.matcher.v3.RegexMatchAndSubstitute": envoy_type_matcher_v3_RegexMatchAndSubstitute;
  readonly "envoy.type.matcher.v3.RegexMatcher": envoy_type_matcher_v3_RegexMatcher;
  readonly "envoy.type.matcher.v3.RegexMatcher.GoogleRE2": envoy_type_matcher_v3_RegexMatcher_GoogleRE2;
  readonly "envoy.type.matcher.v3.StringMatcher": envoy_type_matcher_v3_StringMatcher;
  readonly "envoy.type.matcher.v3.StructMatcher": envoy_type_matcher_v3_StructMatcher;
  readonly "envoy.type.matcher.v3.StructMatcher.PathSegment": envoy_type_matcher_v3_StructMatcher_PathSegment;
  readonly "envoy.type.matcher.v3.ValueMatcher": envoy_type_matcher_v3_ValueMatcher;
  readonly "envoy.type.matcher.v3.ValueMatcher.NullMatch": envoy_type_matcher_v3_ValueMatcher_NullMatch;
  readonly "envoy.type.metadata.v3.MetadataKey": envoy_type_metadata_v3_MetadataKey;
  readonly "envoy.type.metadata.v3.MetadataKey.PathSegment": envoy_type_metadata_v3_MetadataKey_PathSegment;
  readonly "envoy.type.metadata.v3.MetadataKind": envoy_type_metadata_v3_MetadataKind;
  readonly "envoy.type.metadata.v3.MetadataKind.Cluster": envoy_type_metadata_v3_MetadataKind_Cluster;
  readonly "envoy.type.metadata.v3.MetadataKind.Host": envoy_type_metadata_v3_MetadataKind_Host;
  readonly "envoy.type.metadata.v3.MetadataKind.Request": envoy_type_metadata_v3_MetadataKind_Request;
  readonly "envoy.type.metadata.v3.MetadataKind.Route": envoy_type_metadata_v3_MetadataKind_Route;
  readonly "envoy.type.tracing.v3.CustomTag": envoy_type_tracing_v3_CustomTag;
  readonly "envoy.type.tracing.v3.CustomTag.Environment": envoy_type_tracing_v3_CustomTag_Environment;
  readonly "envoy.type.tracing.v3.CustomTag.Header": envoy_type_tracing_v3_CustomTag_Header;
  readonly "envoy.type.tracing.v3.CustomTag.Literal": envoy_type_tracing_v3_CustomTag_Literal;
  readonly "envoy.type.tracing.v3.CustomTag.Metadata": envoy_type_tracing_v3_CustomTag_Metadata;
  readonly "envoy.type.v3.DoubleRange": envoy_type_v3_DoubleRange;
  readonly "envoy.type.v3.FractionalPercent": envoy_type_v3_FractionalPercent;
  readonly "envoy.type.v3.HashPolicy": envoy_type_v3_HashPolicy;
  readonly "envoy.type.v3.HashPolicy.FilterState": envoy_type_v3_HashPolicy_FilterState;
  readonly "envoy.type.v3.HashPolicy.SourceIp": envoy_type_v3_HashPolicy_SourceIp;
  readonly "envoy.type.v3.HttpStatus": envoy_type_v3_HttpStatus;
  readonly "envoy.type.v3.Int32Range": envoy_type_v3_Int32Range;
  readonly "envoy.type.v3.Int64Range": envoy_type_v3_Int64Range;
  readonly "envoy.type.v3.Percent": envoy_type_v3_Percent;
  readonly "envoy.type.v3.RateLimitStrategy": envoy_type_v3_RateLimitStrategy;
  readonly "envoy.type.v3.RateLimitStrategy.RequestsPerTimeUnit": envoy_type_v3_RateLimitStrategy_RequestsPerTimeUnit;
  readonly "envoy.type.v3.Scope": envoy_type_v3_Scope;
  readonly "envoy.type.v3.SemanticVersion": envoy_type_v3_SemanticVersion;
  readonly "envoy.type.v3.TokenBucket": envoy_type_v3_TokenBucket;
  readonly "google.api.expr.v1alpha1.CheckedExpr": google_api_expr_v1alpha1_CheckedExpr;
  readonly "google.api.expr.v1alpha1.Constant": google_api_expr_v1alpha1_Constant;
  readonly "google.api.expr.v1alpha1.Decl": google_api_expr_v1alpha1_Decl;
  readonly "google.api.expr.v1alpha1.Decl.FunctionDecl": google_api_expr_v1alpha1_Decl_FunctionDecl;
  readonly "google.api.expr.v1alpha1.Decl.FunctionDecl.Overload": google_api_expr_v1alpha1_Decl_FunctionDecl_Overload;
  readonly "google.api.expr.v1alpha1.Decl.IdentDecl": google_api_expr_v1alpha1_Decl_IdentDecl;
  readonly "google.api.expr.v1alpha1.Expr": google_api_expr_v1alpha1_Expr;
  readonly "google.api.expr.v1alpha1.Expr.Call": google_api_expr_v1alpha1_Expr_Call;
  readonly "google.api.expr.v1alpha1.Expr.Comprehension": google_api_expr_v1alpha1_Expr_Comprehension;
  readonly "google.api.expr.v1alpha1.Expr.CreateList": google_api_expr_v1alpha1_Expr_CreateList;
  readonly "google.api.expr.v1alpha1.Expr.CreateStruct": google_api_expr_v1alpha1_Expr_CreateStruct;
  readonly "google.api.expr.v1alpha1.Expr.CreateStruct.Entry": google_api_expr_v1alpha1_Expr_CreateStruct_Entry;
  readonly "google.api.expr.v1alpha1.Expr.Ident": google_api_expr_v1alpha1_Expr_Ident;
  readonly "google.api.expr.v1alpha1.Expr.Select": google_api_expr_v1alpha1_Expr_Select;
  readonly "google.api.expr.v1alpha1.ParsedExpr": google_api_expr_v1alpha1_ParsedExpr;
  readonly "google.api.expr.v1alpha1.Reference": google_api_expr_v1alpha1_Reference;
  readonly "google.api.expr.v1alpha1.SourceInfo": google_api_expr_v1alpha1_SourceInfo;
  readonly "google.api.expr.v1alpha1.SourceInfo.Extension": google_api_expr_v1alpha1_SourceInfo_Extension;
  readonly "google.api.expr.v1alpha1.SourceInfo.Extension.Version": google_api_expr_v1alpha1_SourceInfo_Extension_Version;
  readonly "google.api.expr.v1alpha1.SourcePosition": google_api_expr_v1alpha1_SourcePosition;
  readonly "google.api.expr.v1alpha1.Type": google_api_expr_v1alpha1_Type;
  readonly "google.api.expr.v1alpha1.Type.AbstractType": google_api_expr_v1alpha1_Type_AbstractType;
  readonly "google.api.expr.v1alpha1.Type.FunctionType": google_api_expr_v1alpha1_Type_FunctionType;
  readonly "google.api.expr.v1alpha1.Type.ListType": google_api_expr_v1alpha1_Type_ListType;
  readonly "google.api.expr.v1alpha1.Type.MapType": google_api_expr_v1alpha1_Type_MapType;
  readonly "google.protobuf.Any": Any;
  readonly "google.protobuf.BoolValue": google_protobuf_BoolValue;
  readonly "google.protobuf.BytesValue": google_protobuf_BytesValue;
  readonly "google.protobuf.DoubleValue": google_protobuf_DoubleValue;
  readonly "google.protobuf.Duration": google_protobuf_Duration;
  readonly "google.protobuf.Empty": google_protobuf_Empty;
  readonly "google.protobuf.FloatValue": google_protobuf_FloatValue;
  readonly "google.protobuf.Int32Value": google_protobuf_Int32Value;
  readonly "google.protobuf.Int64Value": google_protobuf_Int64Value;
  readonly "google.protobuf.ListValue": google_protobuf_ListValue;
  readonly "google.protobuf.StringValue": google_protobuf_StringValue;
  readonly "google.protobuf.Struct": google_protobuf_Struct;
  readonly "google.protobuf.Timestamp": google_protobuf_Timestamp;
  readonly "google.protobuf.UInt32Value": google_protobuf_UInt32Value;
  readonly "google.protobuf.UInt64Value": google_protobuf_UInt64Value;
  readonly "google.protobuf.Value": google_protobuf_Value;
  readonly "google.rpc.Status": google_rpc_Status;
  readonly "xds.core.v3.Authority": xds_core_v3_Authority;
  readonly "xds.core.v3.CidrRange": xds_core_v3_CidrRange;
  readonly "xds.core.v3.CollectionEntry": xds_core_v3_CollectionEntry;
  readonly "xds.core.v3.CollectionEntry.InlineEntry": xds_core_v3_CollectionEntry_InlineEntry;
  readonly "xds.core.v3.ContextParams": xds_core_v3_ContextParams;
  readonly "xds.core.v3.ResourceLocator": xds_core_v3_ResourceLocator;
  readonly "xds.core.v3.ResourceLocator.Directive": xds_core_v3_ResourceLocator_Directive;
  readonly "xds.core.v3.TypedExtensionConfig": xds_core_v3_TypedExtensionConfig;
  readonly "xds.type.matcher.v3.CelMatcher": xds_type_matcher_v3_CelMatcher;
  readonly "xds.type.matcher.v3.DoubleRangeMatcher": xds_type_matcher_v3_DoubleRangeMatcher;
  readonly "xds.type.matcher.v3.DoubleRangeMatcher.RangeMatcher": xds_type_matcher_v3_DoubleRangeMatcher_RangeMatcher;
  readonly "xds.type.matcher.v3.HttpAttributesCelMatchInput": xds_type_matcher_v3_HttpAttributesCelMatchInput;
  readonly "xds.type.matcher.v3.IPMatcher": xds_type_matcher_v3_IPMatcher;
  readonly "xds.type.matcher.v3.IPMatcher.IPRangeMatcher": xds_type_matcher_v3_IPMatcher_IPRangeMatcher;
  readonly "xds.type.matcher.v3.Int32RangeMatcher": xds_type_matcher_v3_Int32RangeMatcher;
  readonly "xds.type.matcher.v3.Int32RangeMatcher.RangeMatcher": xds_type_matcher_v3_Int32RangeMatcher_RangeMatcher;
  readonly "xds.type.matcher.v3.Int64RangeMatcher": xds_type_matcher_v3_Int64RangeMatcher;
  readonly "xds.type.matcher.v3.Int64RangeMatcher.RangeMatcher": xds_type_matcher_v3_Int64RangeMatcher_RangeMatcher;
  readonly "xds.type.matcher.v3.ListStringMatcher": xds_type_matcher_v3_ListStringMatcher;
  readonly "xds.type.matcher.v3.Matcher": xds_type_matcher_v3_Matcher;
  readonly "xds.type.matcher.v3.Matcher.MatcherList": xds_type_matcher_v3_Matcher_MatcherList;
  readonly "xds.type.matcher.v3.Matcher.MatcherList.FieldMatcher": xds_type_matcher_v3_Matcher_MatcherList_FieldMatcher;
  readonly "xds.type.matcher.v3.Matcher.MatcherList.Predicate": xds_type_matcher_v3_Matcher_MatcherList_Predicate;
  readonly "xds.type.matcher.v3.Matcher.MatcherList.Predicate.PredicateList": xds_type_matcher_v3_Matcher_MatcherList_Predicate_PredicateList;
  readonly "xds.type.matcher.v3.Matcher.MatcherList.Predicate.SinglePredicate": xds_type_matcher_v3_Matcher_MatcherList_Predicate_SinglePredicate;
  readonly "xds.type.matcher.v3.Matcher.MatcherTree": xds_type_matcher_v3_Matcher_MatcherTree;
  readonly "xds.type.matcher.v3.Matcher.MatcherTree.MatchMap": xds_type_matcher_v3_Matcher_MatcherTree_MatchMap;
  readonly "xds.type.matcher.v3.Matcher.OnMatch": xds_type_matcher_v3_Matcher_OnMatch;
  readonly "xds.type.matcher.v3.RegexMatcher": xds_type_matcher_v3_RegexMatcher;
  readonly "xds.type.matcher.v3.RegexMatcher.GoogleRE2": xds_type_matcher_v3_RegexMatcher_GoogleRE2;
  readonly "xds.type.matcher.v3.ServerNameMatcher": xds_type_matcher_v3_ServerNameMatcher;
  readonly "xds.type.matcher.v3.ServerNameMatcher.DomainMatcher": xds_type_matcher_v3_ServerNameMatcher_DomainMatcher;
  readonly "xds.type.matcher.v3.StringMatcher": xds_type_matcher_v3_StringMatcher;
  readonly "xds.type.v3.CelExpression": xds_type_v3_CelExpression;
  readonly "xds.type.v3.CelExtractString": xds_type_v3_CelExtractString;
  readonly "xds.type.v3.DoubleRange": xds_type_v3_DoubleRange;
  readonly "xds.type.v3.Int32Range": xds_type_v3_Int32Range;
  readonly "xds.type.v3.Int64Range": xds_type_v3_Int64Range;
}

interface cel_expr_CheckedExpr {
  readonly referenceMap?: Readonly<Record<string, cel_expr_Reference>> | undefined;
  readonly typeMap?: Readonly<Record<string, cel_expr_Type>> | undefined;
  readonly sourceInfo?: cel_expr_SourceInfo | undefined;
  readonly exprVersion?: string | undefined;
  readonly expr?: cel_expr_Expr | undefined;
}

interface cel_expr_Constant {
  /** One of `constantKind`. */
  readonly nullValue?: "NULL_VALUE" | undefined;
  /** One of `constantKind`. */
  readonly boolValue?: boolean | undefined;
  /** One of `constantKind`. */
  readonly int64Value?: number | undefined;
  /** One of `constantKind`. */
  readonly uint64Value?: number | undefined;
  /** One of `constantKind`. */
  readonly doubleValue?: number | undefined;
  /** One of `constantKind`. */
  readonly stringValue?: string | undefined;
  /** One of `constantKind`. */
  readonly bytesValue?: Uint8Array | undefined;
  /** One of `constantKind`. @deprecated */
  readonly durationValue?: google_protobuf_Duration | undefined;
  /** One of `constantKind`. @deprecated */
  readonly timestampValue?: google_protobuf_Timestamp | undefined;
}

interface cel_expr_Decl {
  readonly name?: string | undefined;
  /** One of `declKind`. */
  readonly ident?: cel_expr_Decl_IdentDecl | undefined;
  /** One of `declKind`. */
  readonly function?: cel_expr_Decl_FunctionDecl | undefined;
}

interface cel_expr_Decl_FunctionDecl {
  readonly overloads?: readonly cel_expr_Decl_FunctionDecl_Overload[] | undefined;
  readonly doc?: string | undefined;
}

interface cel_expr_Decl_FunctionDecl_Overload {
  readonly overloadId?: string | undefined;
  readonly params?: readonly cel_expr_Type[] | undefined;
  readonly typeParams?: readonly string[] | undefined;
  readonly resultType?: cel_expr_Type | undefined;
  readonly isInstanceFunction?: boolean | undefined;
  readonly doc?: string | undefined;
}

interface cel_expr_Decl_IdentDecl {
  readonly type?: cel_expr_Type | undefined;
  readonly value?: cel_expr_Constant | undefined;
  readonly doc?: string | undefined;
}

interface cel_expr_Expr {
  readonly id?: number | undefined;
  /** One of `exprKind`. */
  readonly constExpr?: cel_expr_Constant | undefined;
  /** One of `exprKind`. */
  readonly identExpr?: cel_expr_Expr_Ident | undefined;
  /** One of `exprKind`. */
  readonly selectExpr?: cel_expr_Expr_Select | undefined;
  /** One of `exprKind`. */
  readonly callExpr?: cel_expr_Expr_Call | undefined;
  /** One of `exprKind`. */
  readonly listExpr?: cel_expr_Expr_CreateList | undefined;
  /** One of `exprKind`. */
  readonly structExpr?: cel_expr_Expr_CreateStruct | undefined;
  /** One of `exprKind`. */
  readonly comprehensionExpr?: cel_expr_Expr_Comprehension | undefined;
}

interface cel_expr_Expr_Call {
  readonly target?: cel_expr_Expr | undefined;
  readonly function?: string | undefined;
  readonly args?: readonly cel_expr_Expr[] | undefined;
}

interface cel_expr_Expr_Comprehension {
  readonly iterVar?: string | undefined;
  readonly iterVar2?: string | undefined;
  readonly iterRange?: cel_expr_Expr | undefined;
  readonly accuVar?: string | undefined;
  readonly accuInit?: cel_expr_Expr | undefined;
  readonly loopCondition?: cel_expr_Expr | undefined;
  readonly loopStep?: cel_expr_Expr | undefined;
  readonly result?: cel_expr_Expr | undefined;
}

interface cel_expr_Expr_CreateList {
  readonly elements?: readonly cel_expr_Expr[] | undefined;
  readonly optionalIndices?: readonly number[] | undefined;
}

interface cel_expr_Expr_CreateStruct {
  readonly messageName?: string | undefined;
  readonly entries?: readonly cel_expr_Expr_CreateStruct_Entry[] | undefined;
}

interface cel_expr_Expr_CreateStruct_Entry {
  readonly id?: number | undefined;
  /** One of `keyKind`. */
  readonly fieldKey?: string | undefined;
  /** One of `keyKind`. */
  readonly mapKey?: cel_expr_Expr | undefined;
  readonly value?: cel_expr_Expr | undefined;
  readonly optionalEntry?: boolean | undefined;
}

interface cel_expr_Expr_Ident {
  readonly name?: string | undefined;
}

interface cel_expr_Expr_Select {
  readonly operand?: cel_expr_Expr | undefined;
  readonly field?: string | undefined;
  readonly testOnly?: boolean | undefined;
}

interface cel_expr_ParsedExpr {
  readonly expr?: cel_expr_Expr | undefined;
  readonly sourceInfo?: cel_expr_SourceInfo | undefined;
}

interface cel_expr_Reference {
  readonly name?: string | undefined;
  readonly overloadId?: readonly string[] | undefined;
  readonly value?: cel_expr_Constant | undefined;
}

interface cel_expr_SourceInfo {
  readonly syntaxVersion?: string | undefined;
  readonly location?: string | undefined;
  readonly lineOffsets?: readonly number[] | undefined;
  readonly positions?: Readonly<Record<string, number>> | undefined;
  readonly macroCalls?: Readonly<Record<string, cel_expr_Expr>> | undefined;
  readonly extensions?: readonly cel_expr_SourceInfo_Extension[] | undefined;
}

interface cel_expr_SourceInfo_Extension {
  readonly id?: string | undefined;
  readonly affectedComponents?: readonly ("COMPONENT_UNSPECIFIED" | "COMPONENT_PARSER" | "COMPONENT_TYPE_CHECKER" | "COMPONENT_RUNTIME")[] | undefined;
  readonly version?: cel_expr_SourceInfo_Extension_Version | undefined;
}

interface cel_expr_SourceInfo_Extension_Version {
  readonly major?: number | undefined;
  readonly minor?: number | undefined;
}

interface cel_expr_Type {
  /** One of `typeKind`. */
  readonly dyn?: google_protobuf_Empty | undefined;
  /** One of `typeKind`. */
  readonly null?: "NULL_VALUE" | undefined;
  /** One of `typeKind`. */
  readonly primitive?: "PRIMITIVE_TYPE_UNSPECIFIED" | "BOOL" | "INT64" | "UINT64" | "DOUBLE" | "STRING" | "BYTES" | undefined;
  /** One of `typeKind`. */
  readonly wrapper?: "PRIMITIVE_TYPE_UNSPECIFIED" | "BOOL" | "INT64" | "UINT64" | "DOUBLE" | "STRING" | "BYTES" | undefined;
  /** One of `typeKind`. */
  readonly wellKnown?: "WELL_KNOWN_TYPE_UNSPECIFIED" | "ANY" | "TIMESTAMP" | "DURATION" | undefined;
  /** One of `typeKind`. */
  readonly listType?: cel_expr_Type_ListType | undefined;
  /** One of `typeKind`. */
  readonly mapType?: cel_expr_Type_MapType | undefined;
  /** One of `typeKind`. */
  readonly function?: cel_expr_Type_FunctionType | undefined;
  /** One of `typeKind`. */
  readonly messageType?: string | undefined;
  /** One of `typeKind`. */
  readonly typeParam?: string | undefined;
  /** One of `typeKind`. */
  readonly type?: cel_expr_Type | undefined;
  /** One of `typeKind`. */
  readonly error?: google_protobuf_Empty | undefined;
  /** One of `typeKind`. */
  readonly abstractType?: cel_expr_Type_AbstractType | undefined;
}

interface cel_expr_Type_AbstractType {
  readonly name?: string | undefined;
  readonly parameterTypes?: readonly cel_expr_Type[] | undefined;
}

interface cel_expr_Type_FunctionType {
  readonly resultType?: cel_expr_Type | undefined;
  readonly argTypes?: readonly cel_expr_Type[] | undefined;
}

interface cel_expr_Type_ListType {
  readonly elemType?: cel_expr_Type | undefined;
}

interface cel_expr_Type_MapType {
  readonly keyType?: cel_expr_Type | undefined;
  readonly valueType?: cel_expr_Type | undefined;
}

interface envoy_admin_v3_ClustersConfigDump {
  readonly versionInfo?: string | undefined;
  readonly staticClusters?: readonly envoy_admin_v3_ClustersConfigDump_StaticCluster[] | undefined;
  readonly dynamicActiveClusters?: readonly envoy_admin_v3_ClustersConfigDump_DynamicCluster[] | undefined;
  readonly dynamicWarmingClusters?: readonly envoy_admin_v3_ClustersConfigDump_DynamicCluster[] | undefined;
}

interface envoy_admin_v3_ClustersConfigDump_DynamicCluster {
  readonly versionInfo?: string | undefined;
  readonly cluster?: Any | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
  readonly errorState?: envoy_admin_v3_UpdateFailureState | undefined;
  readonly clientStatus?: "UNKNOWN" | "REQUESTED" | "DOES_NOT_EXIST" | "ACKED" | "NACKED" | "RECEIVED_ERROR" | "TIMEOUT" | undefined;
}

interface envoy_admin_v3_ClustersConfigDump_StaticCluster {
  readonly cluster?: Any | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
}

interface envoy_admin_v3_EcdsConfigDump {
  readonly ecdsFilters?: readonly envoy_admin_v3_EcdsConfigDump_EcdsFilterConfig[] | undefined;
}

interface envoy_admin_v3_EcdsConfigDump_EcdsFilterConfig {
  readonly versionInfo?: string | undefined;
  readonly ecdsFilter?: Any | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
  readonly errorState?: envoy_admin_v3_UpdateFailureState | undefined;
  readonly clientStatus?: "UNKNOWN" | "REQUESTED" | "DOES_NOT_EXIST" | "ACKED" | "NACKED" | "RECEIVED_ERROR" | "TIMEOUT" | undefined;
}

interface envoy_admin_v3_EndpointsConfigDump {
  readonly staticEndpointConfigs?: readonly envoy_admin_v3_EndpointsConfigDump_StaticEndpointConfig[] | undefined;
  readonly dynamicEndpointConfigs?: readonly envoy_admin_v3_EndpointsConfigDump_DynamicEndpointConfig[] | undefined;
}

interface envoy_admin_v3_EndpointsConfigDump_DynamicEndpointConfig {
  readonly versionInfo?: string | undefined;
  readonly endpointConfig?: Any | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
  readonly errorState?: envoy_admin_v3_UpdateFailureState | undefined;
  readonly clientStatus?: "UNKNOWN" | "REQUESTED" | "DOES_NOT_EXIST" | "ACKED" | "NACKED" | "RECEIVED_ERROR" | "TIMEOUT" | undefined;
}

interface envoy_admin_v3_EndpointsConfigDump_StaticEndpointConfig {
  readonly endpointConfig?: Any | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
}

interface envoy_admin_v3_ListenersConfigDump {
  readonly versionInfo?: string | undefined;
  readonly staticListeners?: readonly envoy_admin_v3_ListenersConfigDump_StaticListener[] | undefined;
  readonly dynamicListeners?: readonly envoy_admin_v3_ListenersConfigDump_DynamicListener[] | undefined;
}

interface envoy_admin_v3_ListenersConfigDump_DynamicListener {
  readonly name?: string | undefined;
  readonly activeState?: envoy_admin_v3_ListenersConfigDump_DynamicListenerState | undefined;
  readonly warmingState?: envoy_admin_v3_ListenersConfigDump_DynamicListenerState | undefined;
  readonly drainingState?: envoy_admin_v3_ListenersConfigDump_DynamicListenerState | undefined;
  readonly errorState?: envoy_admin_v3_UpdateFailureState | undefined;
  readonly clientStatus?: "UNKNOWN" | "REQUESTED" | "DOES_NOT_EXIST" | "ACKED" | "NACKED" | "RECEIVED_ERROR" | "TIMEOUT" | undefined;
}

interface envoy_admin_v3_ListenersConfigDump_DynamicListenerState {
  readonly versionInfo?: string | undefined;
  readonly listener?: Any | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
}

interface envoy_admin_v3_ListenersConfigDump_StaticListener {
  readonly listener?: Any | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
}

interface envoy_admin_v3_RoutesConfigDump {
  readonly staticRouteConfigs?: readonly envoy_admin_v3_RoutesConfigDump_StaticRouteConfig[] | undefined;
  readonly dynamicRouteConfigs?: readonly envoy_admin_v3_RoutesConfigDump_DynamicRouteConfig[] | undefined;
}

interface envoy_admin_v3_RoutesConfigDump_DynamicRouteConfig {
  readonly versionInfo?: string | undefined;
  readonly routeConfig?: Any | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
  readonly errorState?: envoy_admin_v3_UpdateFailureState | undefined;
  readonly clientStatus?: "UNKNOWN" | "REQUESTED" | "DOES_NOT_EXIST" | "ACKED" | "NACKED" | "RECEIVED_ERROR" | "TIMEOUT" | undefined;
}

interface envoy_admin_v3_RoutesConfigDump_StaticRouteConfig {
  readonly routeConfig?: Any | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
}

interface envoy_admin_v3_ScopedRoutesConfigDump {
  readonly inlineScopedRouteConfigs?: readonly envoy_admin_v3_ScopedRoutesConfigDump_InlineScopedRouteConfigs[] | undefined;
  readonly dynamicScopedRouteConfigs?: readonly envoy_admin_v3_ScopedRoutesConfigDump_DynamicScopedRouteConfigs[] | undefined;
}

interface envoy_admin_v3_ScopedRoutesConfigDump_DynamicScopedRouteConfigs {
  readonly name?: string | undefined;
  readonly versionInfo?: string | undefined;
  readonly scopedRouteConfigs?: readonly Any[] | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
  readonly errorState?: envoy_admin_v3_UpdateFailureState | undefined;
  readonly clientStatus?: "UNKNOWN" | "REQUESTED" | "DOES_NOT_EXIST" | "ACKED" | "NACKED" | "RECEIVED_ERROR" | "TIMEOUT" | undefined;
}

interface envoy_admin_v3_ScopedRoutesConfigDump_InlineScopedRouteConfigs {
  readonly name?: string | undefined;
  readonly scopedRouteConfigs?: readonly Any[] | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
}

interface envoy_admin_v3_UpdateFailureState {
  readonly failedConfiguration?: Any | undefined;
  readonly lastUpdateAttempt?: google_protobuf_Timestamp | undefined;
  readonly details?: string | undefined;
  readonly versionInfo?: string | undefined;
}

interface envoy_config_accesslog_v3_AccessLog {
  readonly name?: string | undefined;
  readonly filter?: envoy_config_accesslog_v3_AccessLogFilter | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_accesslog_v3_AccessLogFilter {
  /** One of `filterSpecifier`. */
  readonly statusCodeFilter?: envoy_config_accesslog_v3_StatusCodeFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly durationFilter?: envoy_config_accesslog_v3_DurationFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly notHealthCheckFilter?: envoy_config_accesslog_v3_NotHealthCheckFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly traceableFilter?: envoy_config_accesslog_v3_TraceableFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly runtimeFilter?: envoy_config_accesslog_v3_RuntimeFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly andFilter?: envoy_config_accesslog_v3_AndFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly orFilter?: envoy_config_accesslog_v3_OrFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly headerFilter?: envoy_config_accesslog_v3_HeaderFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly responseFlagFilter?: envoy_config_accesslog_v3_ResponseFlagFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly grpcStatusFilter?: envoy_config_accesslog_v3_GrpcStatusFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly extensionFilter?: envoy_config_accesslog_v3_ExtensionFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly metadataFilter?: envoy_config_accesslog_v3_MetadataFilter | undefined;
  /** One of `filterSpecifier`. */
  readonly logTypeFilter?: envoy_config_accesslog_v3_LogTypeFilter | undefined;
}

interface envoy_config_accesslog_v3_AndFilter {
  readonly filters?: readonly envoy_config_accesslog_v3_AccessLogFilter[] | undefined;
}

interface envoy_config_accesslog_v3_ComparisonFilter {
  readonly op?: "EQ" | "GE" | "LE" | "NE" | undefined;
  readonly value?: envoy_config_core_v3_RuntimeUInt32 | undefined;
}

interface envoy_config_accesslog_v3_DurationFilter {
  readonly comparison?: envoy_config_accesslog_v3_ComparisonFilter | undefined;
}

interface envoy_config_accesslog_v3_ExtensionFilter {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_accesslog_v3_GrpcStatusFilter {
  readonly statuses?: readonly ("OK" | "CANCELED" | "UNKNOWN" | "INVALID_ARGUMENT" | "DEADLINE_EXCEEDED" | "NOT_FOUND" | "ALREADY_EXISTS" | "PERMISSION_DENIED" | "RESOURCE_EXHAUSTED" | "FAILED_PRECONDITION" | "ABORTED" | "OUT_OF_RANGE" | "UNIMPLEMENTED" | "INTERNAL" | "UNAVAILABLE" | "DATA_LOSS" | "UNAUTHENTICATED")[] | undefined;
  readonly exclude?: boolean | undefined;
}

interface envoy_config_accesslog_v3_HeaderFilter {
  readonly header?: envoy_config_route_v3_HeaderMatcher | undefined;
}

interface envoy_config_accesslog_v3_LogTypeFilter {
  readonly types?: readonly ("NotSet" | "TcpUpstreamConnected" | "TcpPeriodic" | "TcpConnectionStart" | "TcpConnectionEnd" | "DownstreamStart" | "DownstreamPeriodic" | "DownstreamEnd" | "UpstreamPoolReady" | "UpstreamPeriodic" | "UpstreamEnd" | "DownstreamTunnelSuccessfullyEstablished" | "UdpTunnelUpstreamConnected" | "UdpPeriodic" | "UdpSessionEnd")[] | undefined;
  readonly exclude?: boolean | undefined;
}

interface envoy_config_accesslog_v3_MetadataFilter {
  readonly matcher?: envoy_type_matcher_v3_MetadataMatcher | undefined;
  readonly matchIfKeyNotFound?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_accesslog_v3_NotHealthCheckFilter {
}

interface envoy_config_accesslog_v3_OrFilter {
  readonly filters?: readonly envoy_config_accesslog_v3_AccessLogFilter[] | undefined;
}

interface envoy_config_accesslog_v3_ResponseFlagFilter {
  readonly flags?: readonly string[] | undefined;
}

interface envoy_config_accesslog_v3_RuntimeFilter {
  readonly runtimeKey?: string | undefined;
  readonly percentSampled?: envoy_type_v3_FractionalPercent | undefined;
  readonly useIndependentRandomness?: boolean | undefined;
}

interface envoy_config_accesslog_v3_StatusCodeFilter {
  readonly comparison?: envoy_config_accesslog_v3_ComparisonFilter | undefined;
}

interface envoy_config_accesslog_v3_TraceableFilter {
}

interface envoy_config_bootstrap_v3_Admin {
  readonly accessLog?: readonly envoy_config_accesslog_v3_AccessLog[] | undefined;
  /** @deprecated */
  readonly accessLogPath?: string | undefined;
  readonly profilePath?: string | undefined;
  readonly address?: envoy_config_core_v3_Address | undefined;
  readonly socketOptions?: readonly envoy_config_core_v3_SocketOption[] | undefined;
  readonly ignoreGlobalConnLimit?: boolean | undefined;
  readonly allowPaths?: readonly envoy_type_matcher_v3_StringMatcher[] | undefined;
}

interface envoy_config_bootstrap_v3_ApiListenerManager {
  readonly threadingModel?: "MAIN_THREAD_ONLY" | "STANDALONE_WORKER_THREAD" | undefined;
}

interface envoy_config_bootstrap_v3_Bootstrap {
  readonly node?: envoy_config_core_v3_Node | undefined;
  readonly nodeContextParams?: readonly string[] | undefined;
  readonly staticResources?: envoy_config_bootstrap_v3_Bootstrap_StaticResources | undefined;
  readonly dynamicResources?: envoy_config_bootstrap_v3_Bootstrap_DynamicResources | undefined;
  readonly clusterManager?: envoy_config_bootstrap_v3_ClusterManager | undefined;
  readonly hdsConfig?: envoy_config_core_v3_ApiConfigSource | undefined;
  readonly flagsPath?: string | undefined;
  readonly statsSinks?: readonly envoy_config_metrics_v3_StatsSink[] | undefined;
  readonly deferredStatOptions?: envoy_config_bootstrap_v3_Bootstrap_DeferredStatOptions | undefined;
  readonly statsConfig?: envoy_config_metrics_v3_StatsConfig | undefined;
  readonly statsFlushInterval?: google_protobuf_Duration | undefined;
  /** One of `statsFlush`. */
  readonly statsFlushOnAdmin?: boolean | undefined;
  /** One of `statsEviction`. */
  readonly statsEvictionInterval?: google_protobuf_Duration | undefined;
  /** @deprecated */
  readonly watchdog?: envoy_config_bootstrap_v3_Watchdog | undefined;
  readonly watchdogs?: envoy_config_bootstrap_v3_Watchdogs | undefined;
  /** @deprecated */
  readonly tracing?: envoy_config_trace_v3_Tracing | undefined;
  readonly layeredRuntime?: envoy_config_bootstrap_v3_LayeredRuntime | undefined;
  readonly admin?: envoy_config_bootstrap_v3_Admin | undefined;
  readonly overloadManager?: envoy_config_overload_v3_OverloadManager | undefined;
  readonly enableDispatcherStats?: boolean | undefined;
  readonly headerPrefix?: string | undefined;
  readonly statsServerVersionOverride?: google_protobuf_UInt64Value | undefined;
  /** @deprecated */
  readonly useTcpForDnsLookups?: boolean | undefined;
  /** @deprecated */
  readonly dnsResolutionConfig?: envoy_config_core_v3_DnsResolutionConfig | undefined;
  readonly typedDnsResolverConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly bootstrapExtensions?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
  readonly fatalActions?: readonly envoy_config_bootstrap_v3_FatalAction[] | undefined;
  readonly configSources?: readonly envoy_config_core_v3_ConfigSource[] | undefined;
  readonly defaultConfigSource?: envoy_config_core_v3_ConfigSource | undefined;
  readonly defaultSocketInterface?: string | undefined;
  readonly certificateProviderInstances?: Readonly<Record<string, envoy_config_core_v3_TypedExtensionConfig>> | undefined;
  readonly inlineHeaders?: readonly envoy_config_bootstrap_v3_CustomInlineHeader[] | undefined;
  readonly perfTracingFilePath?: string | undefined;
  readonly defaultRegexEngine?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly xdsDelegateExtension?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly xdsConfigTrackerExtension?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly listenerManager?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly applicationLogConfig?: envoy_config_bootstrap_v3_Bootstrap_ApplicationLogConfig | undefined;
  readonly grpcAsyncClientManagerConfig?: envoy_config_bootstrap_v3_Bootstrap_GrpcAsyncClientManagerConfig | undefined;
  readonly memoryAllocatorManager?: envoy_config_bootstrap_v3_MemoryAllocatorManager | undefined;
  readonly enableWorkerCpuAffinity?: boolean | undefined;
}

interface envoy_config_bootstrap_v3_Bootstrap_ApplicationLogConfig {
  readonly logFormat?: envoy_config_bootstrap_v3_Bootstrap_ApplicationLogConfig_LogFormat | undefined;
}

interface envoy_config_bootstrap_v3_Bootstrap_ApplicationLogConfig_LogFormat {
  /** One of `logFormat`. */
  readonly jsonFormat?: google_protobuf_Struct | undefined;
  /** One of `logFormat`. */
  readonly textFormat?: string | undefined;
}

interface envoy_config_bootstrap_v3_Bootstrap_DeferredStatOptions {
  readonly enableDeferredCreationStats?: boolean | undefined;
}

interface envoy_config_bootstrap_v3_Bootstrap_DynamicResources {
  readonly ldsConfig?: envoy_config_core_v3_ConfigSource | undefined;
  readonly ldsResourcesLocator?: string | undefined;
  readonly cdsConfig?: envoy_config_core_v3_ConfigSource | undefined;
  readonly cdsResourcesLocator?: string | undefined;
  readonly adsConfig?: envoy_config_core_v3_ApiConfigSource | undefined;
}

interface envoy_config_bootstrap_v3_Bootstrap_GrpcAsyncClientManagerConfig {
  readonly maxCachedEntryIdleDuration?: google_protobuf_Duration | undefined;
}

interface envoy_config_bootstrap_v3_Bootstrap_StaticResources {
  readonly listeners?: readonly envoy_config_listener_v3_Listener[] | undefined;
  readonly clusters?: readonly envoy_config_cluster_v3_Cluster[] | undefined;
  readonly secrets?: readonly envoy_extensions_transport_sockets_tls_v3_Secret[] | undefined;
}

interface envoy_config_bootstrap_v3_ClusterManager {
  readonly localClusterName?: string | undefined;
  readonly outlierDetection?: envoy_config_bootstrap_v3_ClusterManager_OutlierDetection | undefined;
  readonly upstreamBindConfig?: envoy_config_core_v3_BindConfig | undefined;
  readonly loadStatsConfig?: envoy_config_core_v3_ApiConfigSource | undefined;
  readonly enableDeferredClusterCreation?: boolean | undefined;
}

interface envoy_config_bootstrap_v3_ClusterManager_OutlierDetection {
  readonly eventLogPath?: string | undefined;
  readonly eventService?: envoy_config_core_v3_EventServiceConfig | undefined;
}

interface envoy_config_bootstrap_v3_CustomInlineHeader {
  readonly inlineHeaderName?: string | undefined;
  readonly inlineHeaderType?: "REQUEST_HEADER" | "REQUEST_TRAILER" | "RESPONSE_HEADER" | "RESPONSE_TRAILER" | undefined;
}

interface envoy_config_bootstrap_v3_FatalAction {
  readonly config?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_config_bootstrap_v3_LayeredRuntime {
  readonly layers?: readonly envoy_config_bootstrap_v3_RuntimeLayer[] | undefined;
}

interface envoy_config_bootstrap_v3_ListenerManager {
}

interface envoy_config_bootstrap_v3_MemoryAllocatorManager {
  readonly bytesToRelease?: number | undefined;
  readonly memoryReleaseInterval?: google_protobuf_Duration | undefined;
  readonly softMemoryLimitBytes?: google_protobuf_UInt64Value | undefined;
  readonly maxPerCpuCacheSizeBytes?: google_protobuf_UInt32Value | undefined;
  readonly maxUnfreedMemoryBytes?: number | undefined;
}

interface envoy_config_bootstrap_v3_Runtime {
  readonly symlinkRoot?: string | undefined;
  readonly subdirectory?: string | undefined;
  readonly overrideSubdirectory?: string | undefined;
  readonly base?: google_protobuf_Struct | undefined;
}

interface envoy_config_bootstrap_v3_RuntimeLayer {
  readonly name?: string | undefined;
  /** One of `layerSpecifier`. */
  readonly staticLayer?: google_protobuf_Struct | undefined;
  /** One of `layerSpecifier`. */
  readonly diskLayer?: envoy_config_bootstrap_v3_RuntimeLayer_DiskLayer | undefined;
  /** One of `layerSpecifier`. */
  readonly adminLayer?: envoy_config_bootstrap_v3_RuntimeLayer_AdminLayer | undefined;
  /** One of `layerSpecifier`. */
  readonly rtdsLayer?: envoy_config_bootstrap_v3_RuntimeLayer_RtdsLayer | undefined;
}

interface envoy_config_bootstrap_v3_RuntimeLayer_AdminLayer {
}

interface envoy_config_bootstrap_v3_RuntimeLayer_DiskLayer {
  readonly symlinkRoot?: string | undefined;
  readonly subdirectory?: string | undefined;
  readonly appendServiceCluster?: boolean | undefined;
}

interface envoy_config_bootstrap_v3_RuntimeLayer_RtdsLayer {
  readonly name?: string | undefined;
  readonly rtdsConfig?: envoy_config_core_v3_ConfigSource | undefined;
}

interface envoy_config_bootstrap_v3_ValidationListenerManager {
}

interface envoy_config_bootstrap_v3_Watchdog {
  readonly actions?: readonly envoy_config_bootstrap_v3_Watchdog_WatchdogAction[] | undefined;
  readonly missTimeout?: google_protobuf_Duration | undefined;
  readonly megamissTimeout?: google_protobuf_Duration | undefined;
  readonly killTimeout?: google_protobuf_Duration | undefined;
  readonly maxKillTimeoutJitter?: google_protobuf_Duration | undefined;
  readonly multikillTimeout?: google_protobuf_Duration | undefined;
  readonly multikillThreshold?: envoy_type_v3_Percent | undefined;
}

interface envoy_config_bootstrap_v3_Watchdog_WatchdogAction {
  readonly config?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly event?: "UNKNOWN" | "KILL" | "MULTIKILL" | "MEGAMISS" | "MISS" | undefined;
}

interface envoy_config_bootstrap_v3_Watchdogs {
  readonly mainThreadWatchdog?: envoy_config_bootstrap_v3_Watchdog | undefined;
  readonly workerWatchdog?: envoy_config_bootstrap_v3_Watchdog | undefined;
}

interface envoy_config_cluster_v3_CircuitBreakers {
  readonly thresholds?: readonly envoy_config_cluster_v3_CircuitBreakers_Thresholds[] | undefined;
  readonly perHostThresholds?: readonly envoy_config_cluster_v3_CircuitBreakers_Thresholds[] | undefined;
}

interface envoy_config_cluster_v3_CircuitBreakers_Thresholds {
  readonly priority?: "DEFAULT" | "HIGH" | undefined;
  readonly maxConnections?: google_protobuf_UInt32Value | undefined;
  readonly maxPendingRequests?: google_protobuf_UInt32Value | undefined;
  readonly maxRequests?: google_protobuf_UInt32Value | undefined;
  readonly maxRetries?: google_protobuf_UInt32Value | undefined;
  readonly retryBudget?: envoy_config_cluster_v3_CircuitBreakers_Thresholds_RetryBudget | undefined;
  readonly trackRemaining?: boolean | undefined;
  readonly maxConnectionPools?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_cluster_v3_CircuitBreakers_Thresholds_RetryBudget {
  readonly budgetPercent?: envoy_type_v3_Percent | undefined;
  readonly budgetInterval?: google_protobuf_Duration | undefined;
  readonly minRetryConcurrency?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_cluster_v3_Cluster {
  readonly transportSocketMatches?: readonly envoy_config_cluster_v3_Cluster_TransportSocketMatch[] | undefined;
  readonly transportSocketMatcher?: xds_type_matcher_v3_Matcher | undefined;
  readonly name?: string | undefined;
  readonly altStatName?: string | undefined;
  readonly statsMatcher?: envoy_config_metrics_v3_StatsMatcher | undefined;
  /** One of `clusterDiscoveryType`. */
  readonly type?: "STATIC" | "STRICT_DNS" | "LOGICAL_DNS" | "EDS" | "ORIGINAL_DST" | undefined;
  /** One of `clusterDiscoveryType`. */
  readonly clusterType?: envoy_config_cluster_v3_Cluster_CustomClusterType | undefined;
  readonly edsClusterConfig?: envoy_config_cluster_v3_Cluster_EdsClusterConfig | undefined;
  readonly connectTimeout?: google_protobuf_Duration | undefined;
  readonly perConnectionBufferLimitBytes?: google_protobuf_UInt32Value | undefined;
  readonly perConnectionBufferHighWatermarkTimeout?: google_protobuf_Duration | undefined;
  readonly lbPolicy?: "ROUND_ROBIN" | "LEAST_REQUEST" | "RING_HASH" | "RANDOM" | "MAGLEV" | "CLUSTER_PROVIDED" | "LOAD_BALANCING_POLICY_CONFIG" | undefined;
  readonly loadAssignment?: envoy_config_endpoint_v3_ClusterLoadAssignment | undefined;
  readonly healthChecks?: readonly envoy_config_core_v3_HealthCheck[] | undefined;
  /** @deprecated */
  readonly maxRequestsPerConnection?: google_protobuf_UInt32Value | undefined;
  readonly circuitBreakers?: envoy_config_cluster_v3_CircuitBreakers | undefined;
  /** @deprecated */
  readonly upstreamHttpProtocolOptions?: envoy_config_core_v3_UpstreamHttpProtocolOptions | undefined;
  /** @deprecated */
  readonly commonHttpProtocolOptions?: envoy_config_core_v3_HttpProtocolOptions | undefined;
  /** @deprecated */
  readonly httpProtocolOptions?: envoy_config_core_v3_Http1ProtocolOptions | undefined;
  /** @deprecated */
  readonly http2ProtocolOptions?: envoy_config_core_v3_Http2ProtocolOptions | undefined;
  readonly typedExtensionProtocolOptions?: Readonly<Record<string, Any>> | undefined;
  /** @deprecated */
  readonly dnsRefreshRate?: google_protobuf_Duration | undefined;
  /** @deprecated */
  readonly dnsJitter?: google_protobuf_Duration | undefined;
  /** @deprecated */
  readonly dnsFailureRefreshRate?: envoy_config_cluster_v3_Cluster_RefreshRate | undefined;
  /** @deprecated */
  readonly respectDnsTtl?: boolean | undefined;
  readonly dnsLookupFamily?: "AUTO" | "V4_ONLY" | "V6_ONLY" | "V4_PREFERRED" | "ALL" | undefined;
  /** @deprecated */
  readonly dnsResolvers?: readonly envoy_config_core_v3_Address[] | undefined;
  /** @deprecated */
  readonly useTcpForDnsLookups?: boolean | undefined;
  /** @deprecated */
  readonly dnsResolutionConfig?: envoy_config_core_v3_DnsResolutionConfig | undefined;
  readonly typedDnsResolverConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly waitForWarmOnInit?: google_protobuf_BoolValue | undefined;
  readonly outlierDetection?: envoy_config_cluster_v3_OutlierDetection | undefined;
  readonly cleanupInterval?: google_protobuf_Duration | undefined;
  readonly upstreamBindConfig?: envoy_config_core_v3_BindConfig | undefined;
  readonly lbSubsetConfig?: envoy_config_cluster_v3_Cluster_LbSubsetConfig | undefined;
  /** One of `lbConfig`. */
  readonly ringHashLbConfig?: envoy_config_cluster_v3_Cluster_RingHashLbConfig | undefined;
  /** One of `lbConfig`. */
  readonly maglevLbConfig?: envoy_config_cluster_v3_Cluster_MaglevLbConfig | undefined;
  /** One of `lbConfig`. */
  readonly originalDstLbConfig?: envoy_config_cluster_v3_Cluster_OriginalDstLbConfig | undefined;
  /** One of `lbConfig`. */
  readonly leastRequestLbConfig?: envoy_config_cluster_v3_Cluster_LeastRequestLbConfig | undefined;
  /** One of `lbConfig`. */
  readonly roundRobinLbConfig?: envoy_config_cluster_v3_Cluster_RoundRobinLbConfig | undefined;
  readonly commonLbConfig?: envoy_config_cluster_v3_Cluster_CommonLbConfig | undefined;
  readonly transportSocket?: envoy_config_core_v3_TransportSocket | undefined;
  readonly metadata?: envoy_config_core_v3_Metadata | undefined;
  /** @deprecated */
  readonly protocolSelection?: "USE_CONFIGURED_PROTOCOL" | "USE_DOWNSTREAM_PROTOCOL" | undefined;
  readonly upstreamConnectionOptions?: envoy_config_cluster_v3_UpstreamConnectionOptions | undefined;
  readonly closeConnectionsOnHostHealthFailure?: boolean | undefined;
  readonly ignoreHealthOnHostRemoval?: boolean | undefined;
  readonly filters?: readonly envoy_config_cluster_v3_Filter[] | undefined;
  readonly loadBalancingPolicy?: envoy_config_cluster_v3_LoadBalancingPolicy | undefined;
  readonly lrsServer?: envoy_config_core_v3_ConfigSource | undefined;
  readonly lrsReportEndpointMetrics?: readonly string[] | undefined;
  /** @deprecated */
  readonly trackTimeoutBudgets?: boolean | undefined;
  readonly upstreamConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly trackClusterStats?: envoy_config_cluster_v3_TrackClusterStats | undefined;
  readonly preconnectPolicy?: envoy_config_cluster_v3_Cluster_PreconnectPolicy | undefined;
  readonly connectionPoolPerDownstreamConnection?: boolean | undefined;
  readonly queuingPolicies?: envoy_config_cluster_v3_Cluster_QueuingPolicies | undefined;
}

interface envoy_config_cluster_v3_Cluster_CommonLbConfig {
  readonly healthyPanicThreshold?: envoy_type_v3_Percent | undefined;
  /** One of `localityConfigSpecifier`. */
  readonly zoneAwareLbConfig?: envoy_config_cluster_v3_Cluster_CommonLbConfig_ZoneAwareLbConfig | undefined;
  /** One of `localityConfigSpecifier`. */
  readonly localityWeightedLbConfig?: envoy_config_cluster_v3_Cluster_CommonLbConfig_LocalityWeightedLbConfig | undefined;
  readonly updateMergeWindow?: google_protobuf_Duration | undefined;
  readonly ignoreNewHostsUntilFirstHc?: boolean | undefined;
  readonly closeConnectionsOnHostSetChange?: boolean | undefined;
  readonly consistentHashingLbConfig?: envoy_config_cluster_v3_Cluster_CommonLbConfig_ConsistentHashingLbConfig | undefined;
  readonly overrideHostStatus?: envoy_config_core_v3_HealthStatusSet | undefined;
}

interface envoy_config_cluster_v3_Cluster_CommonLbConfig_ConsistentHashingLbConfig {
  readonly useHostnameForHashing?: boolean | undefined;
  readonly hashBalanceFactor?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_cluster_v3_Cluster_CommonLbConfig_LocalityWeightedLbConfig {
}

interface envoy_config_cluster_v3_Cluster_CommonLbConfig_ZoneAwareLbConfig {
  readonly routingEnabled?: envoy_type_v3_Percent | undefined;
  readonly minClusterSize?: google_protobuf_UInt64Value | undefined;
  readonly failTrafficOnPanic?: boolean | undefined;
}

interface envoy_config_cluster_v3_Cluster_CustomClusterType {
  readonly name?: string | undefined;
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_cluster_v3_Cluster_EdsClusterConfig {
  readonly edsConfig?: envoy_config_core_v3_ConfigSource | undefined;
  readonly serviceName?: string | undefined;
}

interface envoy_config_cluster_v3_Cluster_LbSubsetConfig {
  readonly fallbackPolicy?: "NO_FALLBACK" | "ANY_ENDPOINT" | "DEFAULT_SUBSET" | undefined;
  readonly defaultSubset?: google_protobuf_Struct | undefined;
  readonly subsetSelectors?: readonly envoy_config_cluster_v3_Cluster_LbSubsetConfig_LbSubsetSelector[] | undefined;
  readonly localityWeightAware?: boolean | undefined;
  readonly scaleLocalityWeight?: boolean | undefined;
  readonly panicModeAny?: boolean | undefined;
  readonly listAsAny?: boolean | undefined;
  readonly metadataFallbackPolicy?: "METADATA_NO_FALLBACK" | "FALLBACK_LIST" | undefined;
}

interface envoy_config_cluster_v3_Cluster_LbSubsetConfig_LbSubsetSelector {
  readonly keys?: readonly string[] | undefined;
  readonly singleHostPerSubset?: boolean | undefined;
  readonly fallbackPolicy?: "NOT_DEFINED" | "NO_FALLBACK" | "ANY_ENDPOINT" | "DEFAULT_SUBSET" | "KEYS_SUBSET" | undefined;
  readonly fallbackKeysSubset?: readonly string[] | undefined;
}

interface envoy_config_cluster_v3_Cluster_LeastRequestLbConfig {
  readonly choiceCount?: google_protobuf_UInt32Value | undefined;
  readonly activeRequestBias?: envoy_config_core_v3_RuntimeDouble | undefined;
  readonly slowStartConfig?: envoy_config_cluster_v3_Cluster_SlowStartConfig | undefined;
}

interface envoy_config_cluster_v3_Cluster_MaglevLbConfig {
  readonly tableSize?: google_protobuf_UInt64Value | undefined;
}

interface envoy_config_cluster_v3_Cluster_OriginalDstLbConfig {
  readonly useHttpHeader?: boolean | undefined;
  readonly httpHeaderName?: string | undefined;
  readonly upstreamPortOverride?: google_protobuf_UInt32Value | undefined;
  readonly metadataKey?: envoy_type_metadata_v3_MetadataKey | undefined;
}

interface envoy_config_cluster_v3_Cluster_PreconnectPolicy {
  readonly perUpstreamPreconnectRatio?: google_protobuf_DoubleValue | undefined;
  readonly predictivePreconnectRatio?: google_protobuf_DoubleValue | undefined;
  readonly preconnectEnabledMetadata?: envoy_type_matcher_v3_MetadataMatcher | undefined;
}

interface envoy_config_cluster_v3_Cluster_QueuingPolicies {
  readonly pendingRqPolicy?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_config_cluster_v3_Cluster_RefreshRate {
  readonly baseInterval?: google_protobuf_Duration | undefined;
  readonly maxInterval?: google_protobuf_Duration | undefined;
}

interface envoy_config_cluster_v3_Cluster_RingHashLbConfig {
  readonly minimumRingSize?: google_protobuf_UInt64Value | undefined;
  readonly hashFunction?: "XX_HASH" | "MURMUR_HASH_2" | undefined;
  readonly maximumRingSize?: google_protobuf_UInt64Value | undefined;
}

interface envoy_config_cluster_v3_Cluster_RoundRobinLbConfig {
  readonly slowStartConfig?: envoy_config_cluster_v3_Cluster_SlowStartConfig | undefined;
}

interface envoy_config_cluster_v3_Cluster_SlowStartConfig {
  readonly slowStartWindow?: google_protobuf_Duration | undefined;
  readonly aggression?: envoy_config_core_v3_RuntimeDouble | undefined;
  readonly minWeightPercent?: envoy_type_v3_Percent | undefined;
}

interface envoy_config_cluster_v3_Cluster_TransportSocketMatch {
  readonly name?: string | undefined;
  readonly match?: google_protobuf_Struct | undefined;
  readonly transportSocket?: envoy_config_core_v3_TransportSocket | undefined;
}

interface envoy_config_cluster_v3_ClusterCollection {
  readonly entries?: xds_core_v3_CollectionEntry | undefined;
}

interface envoy_config_cluster_v3_Filter {
  readonly name?: string | undefined;
  readonly typedConfig?: Any | undefined;
  readonly configDiscovery?: envoy_config_core_v3_ExtensionConfigSource | undefined;
}

interface envoy_config_cluster_v3_LoadBalancingPolicy {
  readonly policies?: readonly envoy_config_cluster_v3_LoadBalancingPolicy_Policy[] | undefined;
}

interface envoy_config_cluster_v3_LoadBalancingPolicy_Policy {
  readonly typedExtensionConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_config_cluster_v3_OutlierDetection {
  readonly consecutive_5xx?: google_protobuf_UInt32Value | undefined;
  readonly interval?: google_protobuf_Duration | undefined;
  readonly baseEjectionTime?: google_protobuf_Duration | undefined;
  readonly maxEjectionPercent?: google_protobuf_UInt32Value | undefined;
  readonly enforcingConsecutive_5xx?: google_protobuf_UInt32Value | undefined;
  readonly enforcingSuccessRate?: google_protobuf_UInt32Value | undefined;
  readonly successRateMinimumHosts?: google_protobuf_UInt32Value | undefined;
  readonly successRateRequestVolume?: google_protobuf_UInt32Value | undefined;
  readonly successRateStdevFactor?: google_protobuf_UInt32Value | undefined;
  readonly consecutiveGatewayFailure?: google_protobuf_UInt32Value | undefined;
  readonly enforcingConsecutiveGatewayFailure?: google_protobuf_UInt32Value | undefined;
  readonly splitExternalLocalOriginErrors?: boolean | undefined;
  readonly consecutiveLocalOriginFailure?: google_protobuf_UInt32Value | undefined;
  readonly enforcingConsecutiveLocalOriginFailure?: google_protobuf_UInt32Value | undefined;
  readonly enforcingLocalOriginSuccessRate?: google_protobuf_UInt32Value | undefined;
  readonly failurePercentageThreshold?: google_protobuf_UInt32Value | undefined;
  readonly enforcingFailurePercentage?: google_protobuf_UInt32Value | undefined;
  readonly enforcingFailurePercentageLocalOrigin?: google_protobuf_UInt32Value | undefined;
  readonly failurePercentageMinimumHosts?: google_protobuf_UInt32Value | undefined;
  readonly failurePercentageRequestVolume?: google_protobuf_UInt32Value | undefined;
  readonly maxEjectionTime?: google_protobuf_Duration | undefined;
  readonly maxEjectionTimeJitter?: google_protobuf_Duration | undefined;
  readonly successfulActiveHealthCheckUnejectHost?: google_protobuf_BoolValue | undefined;
  readonly monitors?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
  readonly alwaysEjectOneHost?: google_protobuf_BoolValue | undefined;
  readonly detectDegradedHosts?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_cluster_v3_TrackClusterStats {
  readonly timeoutBudgets?: boolean | undefined;
  readonly requestResponseSizes?: boolean | undefined;
  readonly perEndpointStats?: boolean | undefined;
}

interface envoy_config_cluster_v3_UpstreamConnectionOptions {
  readonly tcpKeepalive?: envoy_config_core_v3_TcpKeepalive | undefined;
  readonly setLocalInterfaceNameOnUpstreamConnections?: boolean | undefined;
  readonly happyEyeballsConfig?: envoy_config_cluster_v3_UpstreamConnectionOptions_HappyEyeballsConfig | undefined;
}

interface envoy_config_cluster_v3_UpstreamConnectionOptions_HappyEyeballsConfig {
  readonly firstAddressFamilyVersion?: "DEFAULT" | "V4" | "V6" | "PIPE" | "INTERNAL" | undefined;
  readonly firstAddressFamilyCount?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_common_matcher_v3_HttpGenericBodyMatch {
  readonly bytesLimit?: number | undefined;
  readonly patterns?: readonly envoy_config_common_matcher_v3_HttpGenericBodyMatch_GenericTextMatch[] | undefined;
}

interface envoy_config_common_matcher_v3_HttpGenericBodyMatch_GenericTextMatch {
  /** One of `rule`. */
  readonly stringMatch?: string | undefined;
  /** One of `rule`. */
  readonly binaryMatch?: Uint8Array | undefined;
}

interface envoy_config_common_matcher_v3_HttpHeadersMatch {
  readonly headers?: readonly envoy_config_route_v3_HeaderMatcher[] | undefined;
}

interface envoy_config_common_matcher_v3_MatchPredicate {
  /** One of `rule`. */
  readonly orMatch?: envoy_config_common_matcher_v3_MatchPredicate_MatchSet | undefined;
  /** One of `rule`. */
  readonly andMatch?: envoy_config_common_matcher_v3_MatchPredicate_MatchSet | undefined;
  /** One of `rule`. */
  readonly notMatch?: envoy_config_common_matcher_v3_MatchPredicate | undefined;
  /** One of `rule`. */
  readonly anyMatch?: boolean | undefined;
  /** One of `rule`. */
  readonly httpRequestHeadersMatch?: envoy_config_common_matcher_v3_HttpHeadersMatch | undefined;
  /** One of `rule`. */
  readonly httpRequestTrailersMatch?: envoy_config_common_matcher_v3_HttpHeadersMatch | undefined;
  /** One of `rule`. */
  readonly httpResponseHeadersMatch?: envoy_config_common_matcher_v3_HttpHeadersMatch | undefined;
  /** One of `rule`. */
  readonly httpResponseTrailersMatch?: envoy_config_common_matcher_v3_HttpHeadersMatch | undefined;
  /** One of `rule`. */
  readonly httpRequestGenericBodyMatch?: envoy_config_common_matcher_v3_HttpGenericBodyMatch | undefined;
  /** One of `rule`. */
  readonly httpResponseGenericBodyMatch?: envoy_config_common_matcher_v3_HttpGenericBodyMatch | undefined;
}

interface envoy_config_common_matcher_v3_MatchPredicate_MatchSet {
  readonly rules?: readonly envoy_config_common_matcher_v3_MatchPredicate[] | undefined;
}

interface envoy_config_common_matcher_v3_Matcher {
  /** One of `matcherType`. */
  readonly matcherList?: envoy_config_common_matcher_v3_Matcher_MatcherList | undefined;
  /** One of `matcherType`. */
  readonly matcherTree?: envoy_config_common_matcher_v3_Matcher_MatcherTree | undefined;
  readonly onNoMatch?: envoy_config_common_matcher_v3_Matcher_OnMatch | undefined;
}

interface envoy_config_common_matcher_v3_Matcher_MatcherList {
  readonly matchers?: readonly envoy_config_common_matcher_v3_Matcher_MatcherList_FieldMatcher[] | undefined;
}

interface envoy_config_common_matcher_v3_Matcher_MatcherList_FieldMatcher {
  readonly predicate?: envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate | undefined;
  readonly onMatch?: envoy_config_common_matcher_v3_Matcher_OnMatch | undefined;
}

interface envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate {
  /** One of `matchType`. */
  readonly singlePredicate?: envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate_SinglePredicate | undefined;
  /** One of `matchType`. */
  readonly orMatcher?: envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate_PredicateList | undefined;
  /** One of `matchType`. */
  readonly andMatcher?: envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate_PredicateList | undefined;
  /** One of `matchType`. */
  readonly notMatcher?: envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate | undefined;
}

interface envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate_PredicateList {
  readonly predicate?: readonly envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate[] | undefined;
}

interface envoy_config_common_matcher_v3_Matcher_MatcherList_Predicate_SinglePredicate {
  readonly input?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  /** One of `matcher`. */
  readonly valueMatch?: envoy_type_matcher_v3_StringMatcher | undefined;
  /** One of `matcher`. */
  readonly customMatch?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_config_common_matcher_v3_Matcher_MatcherTree {
  readonly input?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  /** One of `treeType`. */
  readonly exactMatchMap?: envoy_config_common_matcher_v3_Matcher_MatcherTree_MatchMap | undefined;
  /** One of `treeType`. */
  readonly prefixMatchMap?: envoy_config_common_matcher_v3_Matcher_MatcherTree_MatchMap | undefined;
  /** One of `treeType`. */
  readonly customMatch?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_config_common_matcher_v3_Matcher_MatcherTree_MatchMap {
  readonly map?: Readonly<Record<string, envoy_config_common_matcher_v3_Matcher_OnMatch>> | undefined;
}

interface envoy_config_common_matcher_v3_Matcher_OnMatch {
  /** One of `onMatch`. */
  readonly matcher?: envoy_config_common_matcher_v3_Matcher | undefined;
  /** One of `onMatch`. */
  readonly action?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly keepMatching?: boolean | undefined;
}

interface envoy_config_common_mutation_rules_v3_HeaderMutation {
  /** One of `action`. */
  readonly remove?: string | undefined;
  /** One of `action`. */
  readonly append?: envoy_config_core_v3_HeaderValueOption | undefined;
  /** One of `action`. */
  readonly removeOnMatch?: envoy_config_common_mutation_rules_v3_HeaderMutation_RemoveOnMatch | undefined;
}

interface envoy_config_common_mutation_rules_v3_HeaderMutation_RemoveOnMatch {
  readonly keyMatcher?: envoy_type_matcher_v3_StringMatcher | undefined;
}

interface envoy_config_common_mutation_rules_v3_HeaderMutationRules {
  readonly allowAllRouting?: google_protobuf_BoolValue | undefined;
  readonly allowEnvoy?: google_protobuf_BoolValue | undefined;
  readonly disallowSystem?: google_protobuf_BoolValue | undefined;
  readonly disallowAll?: google_protobuf_BoolValue | undefined;
  readonly allowExpression?: envoy_type_matcher_v3_RegexMatcher | undefined;
  readonly disallowExpression?: envoy_type_matcher_v3_RegexMatcher | undefined;
  readonly disallowIsError?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_core_v3_Address {
  /** One of `address`. */
  readonly socketAddress?: envoy_config_core_v3_SocketAddress | undefined;
  /** One of `address`. */
  readonly pipe?: envoy_config_core_v3_Pipe | undefined;
  /** One of `address`. */
  readonly envoyInternalAddress?: envoy_config_core_v3_EnvoyInternalAddress | undefined;
}

interface envoy_config_core_v3_AggregatedConfigSource {
}

interface envoy_config_core_v3_AlternateProtocolsCacheOptions {
  readonly name?: string | undefined;
  readonly maxEntries?: google_protobuf_UInt32Value | undefined;
  readonly keyValueStoreConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly prepopulatedEntries?: readonly envoy_config_core_v3_AlternateProtocolsCacheOptions_AlternateProtocolsCacheEntry[] | undefined;
  readonly canonicalSuffixes?: readonly string[] | undefined;
}

interface envoy_config_core_v3_AlternateProtocolsCacheOptions_AlternateProtocolsCacheEntry {
  readonly hostname?: string | undefined;
  readonly port?: number | undefined;
}

interface envoy_config_core_v3_ApiConfigSource {
  readonly apiType?: "DEPRECATED_AND_UNAVAILABLE_DO_NOT_USE" | "REST" | "GRPC" | "DELTA_GRPC" | "AGGREGATED_GRPC" | "AGGREGATED_DELTA_GRPC" | undefined;
  readonly transportApiVersion?: "AUTO" | "V2" | "V3" | undefined;
  readonly clusterNames?: readonly string[] | undefined;
  readonly grpcServices?: readonly envoy_config_core_v3_GrpcService[] | undefined;
  readonly refreshDelay?: google_protobuf_Duration | undefined;
  readonly requestTimeout?: google_protobuf_Duration | undefined;
  readonly rateLimitSettings?: envoy_config_core_v3_RateLimitSettings | undefined;
  readonly setNodeOnFirstMessageOnly?: boolean | undefined;
  readonly configValidators?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
}

interface envoy_config_core_v3_AsyncDataSource {
  /** One of `specifier`. */
  readonly local?: envoy_config_core_v3_DataSource | undefined;
  /** One of `specifier`. */
  readonly remote?: envoy_config_core_v3_RemoteDataSource | undefined;
}

interface envoy_config_core_v3_BackoffStrategy {
  readonly baseInterval?: google_protobuf_Duration | undefined;
  readonly maxInterval?: google_protobuf_Duration | undefined;
}

interface envoy_config_core_v3_BindConfig {
  readonly sourceAddress?: envoy_config_core_v3_SocketAddress | undefined;
  readonly freebind?: google_protobuf_BoolValue | undefined;
  readonly socketOptions?: readonly envoy_config_core_v3_SocketOption[] | undefined;
  readonly extraSourceAddresses?: readonly envoy_config_core_v3_ExtraSourceAddress[] | undefined;
  /** @deprecated */
  readonly additionalSourceAddresses?: readonly envoy_config_core_v3_SocketAddress[] | undefined;
  readonly localAddressSelector?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly validateNetworkNamespaces?: boolean | undefined;
}

interface envoy_config_core_v3_BuildVersion {
  readonly version?: envoy_type_v3_SemanticVersion | undefined;
  readonly metadata?: google_protobuf_Struct | undefined;
}

interface envoy_config_core_v3_CelExpressionConfig {
  readonly enableStringConversion?: boolean | undefined;
  readonly enableStringConcat?: boolean | undefined;
  readonly enableStringFunctions?: boolean | undefined;
}

interface envoy_config_core_v3_CidrRange {
  readonly addressPrefix?: string | undefined;
  readonly prefixLen?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_core_v3_ConfigSource {
  readonly authorities?: readonly xds_core_v3_Authority[] | undefined;
  /** One of `configSourceSpecifier`. @deprecated */
  readonly path?: string | undefined;
  /** One of `configSourceSpecifier`. */
  readonly pathConfigSource?: envoy_config_core_v3_PathConfigSource | undefined;
  /** One of `configSourceSpecifier`. */
  readonly apiConfigSource?: envoy_config_core_v3_ApiConfigSource | undefined;
  /** One of `configSourceSpecifier`. */
  readonly ads?: envoy_config_core_v3_AggregatedConfigSource | undefined;
  /** One of `configSourceSpecifier`. */
  readonly self?: envoy_config_core_v3_SelfConfigSource | undefined;
  readonly initialFetchTimeout?: google_protobuf_Duration | undefined;
  readonly resourceApiVersion?: "AUTO" | "V2" | "V3" | undefined;
}

interface envoy_config_core_v3_ControlPlane {
  readonly identifier?: string | undefined;
}

interface envoy_config_core_v3_DataSource {
  /** One of `specifier`. */
  readonly filename?: string | undefined;
  /** One of `specifier`. */
  readonly inlineBytes?: Uint8Array | undefined;
  /** One of `specifier`. */
  readonly inlineString?: string | undefined;
  /** One of `specifier`. */
  readonly environmentVariable?: string | undefined;
  readonly watchedDirectory?: envoy_config_core_v3_WatchedDirectory | undefined;
}

interface envoy_config_core_v3_DnsResolutionConfig {
  readonly resolvers?: readonly envoy_config_core_v3_Address[] | undefined;
  readonly dnsResolverOptions?: envoy_config_core_v3_DnsResolverOptions | undefined;
}

interface envoy_config_core_v3_DnsResolverOptions {
  readonly useTcpForDnsLookups?: boolean | undefined;
  readonly noDefaultSearchDomain?: boolean | undefined;
}

interface envoy_config_core_v3_EnvoyInternalAddress {
  /** One of `addressNameSpecifier`. */
  readonly serverListenerName?: string | undefined;
  readonly endpointId?: string | undefined;
}

interface envoy_config_core_v3_EventServiceConfig {
  /** One of `configSourceSpecifier`. */
  readonly grpcService?: envoy_config_core_v3_GrpcService | undefined;
}

interface envoy_config_core_v3_Extension {
  readonly name?: string | undefined;
  readonly category?: string | undefined;
  /** @deprecated */
  readonly typeDescriptor?: string | undefined;
  readonly version?: envoy_config_core_v3_BuildVersion | undefined;
  readonly disabled?: boolean | undefined;
  readonly typeUrls?: readonly string[] | undefined;
}

interface envoy_config_core_v3_ExtensionConfigSource {
  readonly configSource?: envoy_config_core_v3_ConfigSource | undefined;
  readonly defaultConfig?: Any | undefined;
  readonly applyDefaultConfigWithoutWarming?: boolean | undefined;
  readonly typeUrls?: readonly string[] | undefined;
}

interface envoy_config_core_v3_ExtraSourceAddress {
  readonly address?: envoy_config_core_v3_SocketAddress | undefined;
  readonly socketOptions?: envoy_config_core_v3_SocketOptionsOverride | undefined;
}

interface envoy_config_core_v3_GrpcMethodList {
  readonly services?: readonly envoy_config_core_v3_GrpcMethodList_Service[] | undefined;
}

interface envoy_config_core_v3_GrpcMethodList_Service {
  readonly name?: string | undefined;
  readonly methodNames?: readonly string[] | undefined;
}

interface envoy_config_core_v3_GrpcProtocolOptions {
  readonly http2ProtocolOptions?: envoy_config_core_v3_Http2ProtocolOptions | undefined;
}

interface envoy_config_core_v3_GrpcService {
  /** One of `targetSpecifier`. */
  readonly envoyGrpc?: envoy_config_core_v3_GrpcService_EnvoyGrpc | undefined;
  /** One of `targetSpecifier`. */
  readonly googleGrpc?: envoy_config_core_v3_GrpcService_GoogleGrpc | undefined;
  readonly timeout?: google_protobuf_Duration | undefined;
  readonly initialMetadata?: readonly envoy_config_core_v3_HeaderValue[] | undefined;
  readonly retryPolicy?: envoy_config_core_v3_RetryPolicy | undefined;
}

interface envoy_config_core_v3_GrpcService_EnvoyGrpc {
  readonly clusterName?: string | undefined;
  readonly authority?: string | undefined;
  readonly retryPolicy?: envoy_config_core_v3_RetryPolicy | undefined;
  readonly maxReceiveMessageLength?: google_protobuf_UInt32Value | undefined;
  readonly skipEnvoyHeaders?: boolean | undefined;
}

interface envoy_config_core_v3_GrpcService_GoogleGrpc {
  readonly targetUri?: string | undefined;
  readonly channelCredentials?: envoy_config_core_v3_GrpcService_GoogleGrpc_ChannelCredentials | undefined;
  readonly channelCredentialsPlugin?: readonly Any[] | undefined;
  readonly callCredentials?: readonly envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials[] | undefined;
  readonly callCredentialsPlugin?: readonly Any[] | undefined;
  readonly statPrefix?: string | undefined;
  readonly credentialsFactoryName?: string | undefined;
  readonly config?: google_protobuf_Struct | undefined;
  readonly perStreamBufferLimitBytes?: google_protobuf_UInt32Value | undefined;
  readonly channelArgs?: envoy_config_core_v3_GrpcService_GoogleGrpc_ChannelArgs | undefined;
}

interface envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials {
  /** One of `credentialSpecifier`. */
  readonly accessToken?: string | undefined;
  /** One of `credentialSpecifier`. */
  readonly googleComputeEngine?: google_protobuf_Empty | undefined;
  /** One of `credentialSpecifier`. */
  readonly googleRefreshToken?: string | undefined;
  /** One of `credentialSpecifier`. */
  readonly serviceAccountJwtAccess?: envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_ServiceAccountJWTAccessCredentials | undefined;
  /** One of `credentialSpecifier`. */
  readonly googleIam?: envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_GoogleIAMCredentials | undefined;
  /** One of `credentialSpecifier`. */
  readonly fromPlugin?: envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_MetadataCredentialsFromPlugin | undefined;
  /** One of `credentialSpecifier`. */
  readonly stsService?: envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_StsService | undefined;
}

interface envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_GoogleIAMCredentials {
  readonly authorizationToken?: string | undefined;
  readonly authoritySelector?: string | undefined;
}

interface envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_MetadataCredentialsFromPlugin {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_ServiceAccountJWTAccessCredentials {
  readonly jsonKey?: string | undefined;
  readonly tokenLifetimeSeconds?: number | undefined;
}

interface envoy_config_core_v3_GrpcService_GoogleGrpc_CallCredentials_StsService {
  readonly tokenExchangeServiceUri?: string | undefined;
  readonly resource?: string | undefined;
  readonly audience?: string | undefined;
  readonly scope?: string | undefined;
  readonly requestedTokenType?: string | undefined;
  readonly subjectTokenPath?: string | undefined;
  readonly subjectTokenType?: string | undefined;
  readonly actorTokenPath?: string | undefined;
  readonly actorTokenType?: string | undefined;
}

interface envoy_config_core_v3_GrpcService_GoogleGrpc_ChannelArgs {
  readonly args?: Readonly<Record<string, envoy_config_core_v3_GrpcService_GoogleGrpc_ChannelArgs_Value>> | undefined;
}

interface envoy_config_core_v3_GrpcService_GoogleGrpc_ChannelArgs_Value {
  /** One of `valueSpecifier`. */
  readonly stringValue?: string | undefined;
  /** One of `valueSpecifier`. */
  readonly intValue?: number | undefined;
}

interface envoy_config_core_v3_GrpcService_GoogleGrpc_ChannelCredentials {
  /** One of `credentialSpecifier`. */
  readonly sslCredentials?: envoy_config_core_v3_GrpcService_GoogleGrpc_SslCredentials | undefined;
  /** One of `credentialSpecifier`. */
  readonly googleDefault?: google_protobuf_Empty | undefined;
  /** One of `credentialSpecifier`. */
  readonly localCredentials?: envoy_config_core_v3_GrpcService_GoogleGrpc_GoogleLocalCredentials | undefined;
}

interface envoy_config_core_v3_GrpcService_GoogleGrpc_GoogleLocalCredentials {
}

interface envoy_config_core_v3_GrpcService_GoogleGrpc_SslCredentials {
  readonly rootCerts?: envoy_config_core_v3_DataSource | undefined;
  readonly privateKey?: envoy_config_core_v3_DataSource | undefined;
  readonly certChain?: envoy_config_core_v3_DataSource | undefined;
}

interface envoy_config_core_v3_HeaderMap {
  readonly headers?: readonly envoy_config_core_v3_HeaderValue[] | undefined;
}

interface envoy_config_core_v3_HeaderValue {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
  readonly rawValue?: Uint8Array | undefined;
}

interface envoy_config_core_v3_HeaderValueOption {
  readonly header?: envoy_config_core_v3_HeaderValue | undefined;
  /** @deprecated */
  readonly append?: google_protobuf_BoolValue | undefined;
  readonly appendAction?: "APPEND_IF_EXISTS_OR_ADD" | "ADD_IF_ABSENT" | "OVERWRITE_IF_EXISTS_OR_ADD" | "OVERWRITE_IF_EXISTS" | undefined;
  readonly keepEmptyValue?: boolean | undefined;
}

interface envoy_config_core_v3_HealthCheck {
  readonly name?: string | undefined;
  readonly timeout?: google_protobuf_Duration | undefined;
  readonly interval?: google_protobuf_Duration | undefined;
  readonly initialJitter?: google_protobuf_Duration | undefined;
  readonly intervalJitter?: google_protobuf_Duration | undefined;
  readonly intervalJitterPercent?: number | undefined;
  readonly unhealthyThreshold?: google_protobuf_UInt32Value | undefined;
  readonly healthyThreshold?: google_protobuf_UInt32Value | undefined;
  readonly altPort?: google_protobuf_UInt32Value | undefined;
  readonly reuseConnection?: google_protobuf_BoolValue | undefined;
  /** One of `healthChecker`. */
  readonly httpHealthCheck?: envoy_config_core_v3_HealthCheck_HttpHealthCheck | undefined;
  /** One of `healthChecker`. */
  readonly tcpHealthCheck?: envoy_config_core_v3_HealthCheck_TcpHealthCheck | undefined;
  /** One of `healthChecker`. */
  readonly grpcHealthCheck?: envoy_config_core_v3_HealthCheck_GrpcHealthCheck | undefined;
  /** One of `healthChecker`. */
  readonly customHealthCheck?: envoy_config_core_v3_HealthCheck_CustomHealthCheck | undefined;
  readonly noTrafficInterval?: google_protobuf_Duration | undefined;
  readonly noTrafficHealthyInterval?: google_protobuf_Duration | undefined;
  readonly unhealthyInterval?: google_protobuf_Duration | undefined;
  readonly unhealthyEdgeInterval?: google_protobuf_Duration | undefined;
  readonly healthyEdgeInterval?: google_protobuf_Duration | undefined;
  /** @deprecated */
  readonly eventLogPath?: string | undefined;
  readonly eventLogger?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
  readonly eventService?: envoy_config_core_v3_EventServiceConfig | undefined;
  readonly alwaysLogHealthCheckFailures?: boolean | undefined;
  readonly alwaysLogHealthCheckSuccess?: boolean | undefined;
  readonly tlsOptions?: envoy_config_core_v3_HealthCheck_TlsOptions | undefined;
  readonly transportSocketMatchCriteria?: google_protobuf_Struct | undefined;
}

interface envoy_config_core_v3_HealthCheck_CustomHealthCheck {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_core_v3_HealthCheck_GrpcHealthCheck {
  readonly serviceName?: string | undefined;
  readonly authority?: string | undefined;
  readonly initialMetadata?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
}

interface envoy_config_core_v3_HealthCheck_HttpHealthCheck {
  readonly host?: string | undefined;
  readonly path?: string | undefined;
  readonly send?: envoy_config_core_v3_HealthCheck_Payload | undefined;
  readonly receive?: readonly envoy_config_core_v3_HealthCheck_Payload[] | undefined;
  readonly responseBufferSize?: google_protobuf_UInt64Value | undefined;
  readonly requestHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly requestHeadersToRemove?: readonly string[] | undefined;
  readonly expectedStatuses?: readonly envoy_type_v3_Int64Range[] | undefined;
  readonly retriableStatuses?: readonly envoy_type_v3_Int64Range[] | undefined;
  readonly codecClientType?: "HTTP1" | "HTTP2" | "HTTP3" | undefined;
  readonly useAlpnProtocol?: boolean | undefined;
  readonly serviceNameMatcher?: envoy_type_matcher_v3_StringMatcher | undefined;
  readonly method?: "METHOD_UNSPECIFIED" | "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH" | undefined;
}

interface envoy_config_core_v3_HealthCheck_Payload {
  /** One of `payload`. */
  readonly text?: string | undefined;
  /** One of `payload`. */
  readonly binary?: Uint8Array | undefined;
}

interface envoy_config_core_v3_HealthCheck_RedisHealthCheck {
  readonly key?: string | undefined;
}

interface envoy_config_core_v3_HealthCheck_TcpHealthCheck {
  readonly send?: envoy_config_core_v3_HealthCheck_Payload | undefined;
  readonly receive?: readonly envoy_config_core_v3_HealthCheck_Payload[] | undefined;
  readonly proxyProtocolConfig?: envoy_config_core_v3_ProxyProtocolConfig | undefined;
}

interface envoy_config_core_v3_HealthCheck_TlsOptions {
  readonly alpnProtocols?: readonly string[] | undefined;
}

interface envoy_config_core_v3_HealthStatusSet {
  readonly statuses?: readonly ("UNKNOWN" | "HEALTHY" | "UNHEALTHY" | "DRAINING" | "TIMEOUT" | "DEGRADED")[] | undefined;
}

interface envoy_config_core_v3_Http1ProtocolOptions {
  readonly allowAbsoluteUrl?: google_protobuf_BoolValue | undefined;
  readonly acceptHttp_10?: boolean | undefined;
  readonly defaultHostForHttp_10?: string | undefined;
  readonly headerKeyFormat?: envoy_config_core_v3_Http1ProtocolOptions_HeaderKeyFormat | undefined;
  readonly enableTrailers?: boolean | undefined;
  readonly allowChunkedLength?: boolean | undefined;
  readonly overrideStreamErrorOnInvalidHttpMessage?: google_protobuf_BoolValue | undefined;
  readonly sendFullyQualifiedUrl?: boolean | undefined;
  /** @deprecated */
  readonly useBalsaParser?: google_protobuf_BoolValue | undefined;
  readonly allowCustomMethods?: boolean | undefined;
  readonly ignoreHttp_11Upgrade?: readonly envoy_type_matcher_v3_StringMatcher[] | undefined;
}

interface envoy_config_core_v3_Http1ProtocolOptions_HeaderKeyFormat {
  /** One of `headerFormat`. */
  readonly properCaseWords?: envoy_config_core_v3_Http1ProtocolOptions_HeaderKeyFormat_ProperCaseWords | undefined;
  /** One of `headerFormat`. */
  readonly statefulFormatter?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_config_core_v3_Http1ProtocolOptions_HeaderKeyFormat_ProperCaseWords {
}

interface envoy_config_core_v3_Http2ProtocolOptions {
  readonly hpackTableSize?: google_protobuf_UInt32Value | undefined;
  readonly maxConcurrentStreams?: google_protobuf_UInt32Value | undefined;
  readonly initialStreamWindowSize?: google_protobuf_UInt32Value | undefined;
  readonly initialConnectionWindowSize?: google_protobuf_UInt32Value | undefined;
  readonly allowConnect?: boolean | undefined;
  readonly allowMetadata?: boolean | undefined;
  readonly maxOutboundFrames?: google_protobuf_UInt32Value | undefined;
  readonly maxOutboundControlFrames?: google_protobuf_UInt32Value | undefined;
  readonly maxConsecutiveInboundFramesWithEmptyPayload?: google_protobuf_UInt32Value | undefined;
  readonly maxInboundPriorityFramesPerStream?: google_protobuf_UInt32Value | undefined;
  readonly maxInboundWindowUpdateFramesPerDataFrameSent?: google_protobuf_UInt32Value | undefined;
  /** @deprecated */
  readonly streamErrorOnInvalidHttpMessaging?: boolean | undefined;
  readonly overrideStreamErrorOnInvalidHttpMessage?: google_protobuf_BoolValue | undefined;
  readonly customSettingsParameters?: readonly envoy_config_core_v3_Http2ProtocolOptions_SettingsParameter[] | undefined;
  readonly connectionKeepalive?: envoy_config_core_v3_KeepaliveSettings | undefined;
  readonly useOghttp2Codec?: google_protobuf_BoolValue | undefined;
  readonly maxMetadataSize?: google_protobuf_UInt64Value | undefined;
  readonly enableHuffmanEncoding?: google_protobuf_BoolValue | undefined;
  readonly maxHeaderFieldSizeKb?: google_protobuf_UInt32Value | undefined;
  readonly disallowObsText?: google_protobuf_BoolValue | undefined;
  readonly streamResetBurst?: google_protobuf_UInt64Value | undefined;
  readonly streamResetRate?: google_protobuf_UInt64Value | undefined;
}

interface envoy_config_core_v3_Http2ProtocolOptions_SettingsParameter {
  readonly identifier?: google_protobuf_UInt32Value | undefined;
  readonly value?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_core_v3_Http3ProtocolOptions {
  readonly quicProtocolOptions?: envoy_config_core_v3_QuicProtocolOptions | undefined;
  readonly overrideStreamErrorOnInvalidHttpMessage?: google_protobuf_BoolValue | undefined;
  readonly allowExtendedConnect?: boolean | undefined;
  readonly allowMetadata?: boolean | undefined;
  readonly disableQpack?: boolean | undefined;
  readonly disableConnectionFlowControlForStreams?: boolean | undefined;
  readonly disallowObsText?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_core_v3_HttpProtocolOptions {
  readonly idleTimeout?: google_protobuf_Duration | undefined;
  readonly maxConnectionDuration?: google_protobuf_Duration | undefined;
  readonly maxConnectionDurationJitter?: envoy_type_v3_Percent | undefined;
  readonly maxHeadersCount?: google_protobuf_UInt32Value | undefined;
  readonly maxResponseHeadersKb?: google_protobuf_UInt32Value | undefined;
  readonly maxStreamDuration?: google_protobuf_Duration | undefined;
  readonly headersWithUnderscoresAction?: "ALLOW" | "REJECT_REQUEST" | "DROP_HEADER" | undefined;
  readonly maxRequestsPerConnection?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_core_v3_HttpService {
  readonly httpUri?: envoy_config_core_v3_HttpUri | undefined;
  readonly requestHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly formatters?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
}

interface envoy_config_core_v3_HttpUri {
  readonly uri?: string | undefined;
  /** One of `httpUpstreamType`. */
  readonly cluster?: string | undefined;
  readonly timeout?: google_protobuf_Duration | undefined;
}

interface envoy_config_core_v3_JsonFormatOptions {
  /** @deprecated */
  readonly sortProperties?: boolean | undefined;
}

interface envoy_config_core_v3_KeepaliveSettings {
  readonly interval?: google_protobuf_Duration | undefined;
  readonly timeout?: google_protobuf_Duration | undefined;
  readonly intervalJitter?: envoy_type_v3_Percent | undefined;
  readonly connectionIdleInterval?: google_protobuf_Duration | undefined;
}

interface envoy_config_core_v3_KeyValue {
  /** @deprecated */
  readonly key?: string | undefined;
  /** @deprecated */
  readonly value?: Uint8Array | undefined;
}

interface envoy_config_core_v3_KeyValueAppend {
  readonly record?: envoy_config_core_v3_KeyValuePair | undefined;
  /** @deprecated */
  readonly entry?: envoy_config_core_v3_KeyValue | undefined;
  readonly action?: "APPEND_IF_EXISTS_OR_ADD" | "ADD_IF_ABSENT" | "OVERWRITE_IF_EXISTS_OR_ADD" | "OVERWRITE_IF_EXISTS" | undefined;
}

interface envoy_config_core_v3_KeyValueMutation {
  readonly append?: envoy_config_core_v3_KeyValueAppend | undefined;
  readonly remove?: string | undefined;
}

interface envoy_config_core_v3_KeyValuePair {
  readonly key?: string | undefined;
  readonly value?: google_protobuf_Value | undefined;
}

interface envoy_config_core_v3_Locality {
  readonly region?: string | undefined;
  readonly zone?: string | undefined;
  readonly subZone?: string | undefined;
}

interface envoy_config_core_v3_Metadata {
  readonly filterMetadata?: Readonly<Record<string, google_protobuf_Struct>> | undefined;
  readonly typedFilterMetadata?: Readonly<Record<string, Any>> | undefined;
}

interface envoy_config_core_v3_Node {
  readonly id?: string | undefined;
  readonly cluster?: string | undefined;
  readonly metadata?: google_protobuf_Struct | undefined;
  readonly dynamicParameters?: Readonly<Record<string, xds_core_v3_ContextParams>> | undefined;
  readonly locality?: envoy_config_core_v3_Locality | undefined;
  readonly userAgentName?: string | undefined;
  /** One of `userAgentVersionType`. */
  readonly userAgentVersion?: string | undefined;
  /** One of `userAgentVersionType`. */
  readonly userAgentBuildVersion?: envoy_config_core_v3_BuildVersion | undefined;
  readonly extensions?: readonly envoy_config_core_v3_Extension[] | undefined;
  readonly clientFeatures?: readonly string[] | undefined;
  /** @deprecated */
  readonly listeningAddresses?: readonly envoy_config_core_v3_Address[] | undefined;
}

interface envoy_config_core_v3_PathConfigSource {
  readonly path?: string | undefined;
  readonly watchedDirectory?: envoy_config_core_v3_WatchedDirectory | undefined;
  readonly pollInterval?: google_protobuf_Duration | undefined;
}

interface envoy_config_core_v3_PerHostConfig {
  readonly addedTlvs?: readonly envoy_config_core_v3_TlvEntry[] | undefined;
}

interface envoy_config_core_v3_Pipe {
  readonly path?: string | undefined;
  readonly mode?: number | undefined;
}

interface envoy_config_core_v3_ProxyProtocolConfig {
  readonly version?: "V1" | "V2" | undefined;
  readonly passThroughTlvs?: envoy_config_core_v3_ProxyProtocolPassThroughTLVs | undefined;
  readonly addedTlvs?: readonly envoy_config_core_v3_TlvEntry[] | undefined;
}

interface envoy_config_core_v3_ProxyProtocolPassThroughTLVs {
  readonly matchType?: "INCLUDE_ALL" | "INCLUDE" | undefined;
  readonly tlvType?: readonly number[] | undefined;
}

interface envoy_config_core_v3_QueryParameter {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}

interface envoy_config_core_v3_QuicKeepAliveSettings {
  readonly maxInterval?: google_protobuf_Duration | undefined;
  readonly initialInterval?: google_protobuf_Duration | undefined;
}

interface envoy_config_core_v3_QuicProtocolOptions {
  readonly maxConcurrentStreams?: google_protobuf_UInt32Value | undefined;
  readonly initialStreamWindowSize?: google_protobuf_UInt32Value | undefined;
  readonly initialConnectionWindowSize?: google_protobuf_UInt32Value | undefined;
  readonly numTimeoutsToTriggerPortMigration?: google_protobuf_UInt32Value | undefined;
  readonly connectionKeepalive?: envoy_config_core_v3_QuicKeepAliveSettings | undefined;
  readonly connectionOptions?: string | undefined;
  readonly clientConnectionOptions?: string | undefined;
  readonly idleNetworkTimeout?: google_protobuf_Duration | undefined;
  readonly maxPacketLength?: google_protobuf_UInt64Value | undefined;
  readonly clientPacketWriter?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly connectionMigration?: envoy_config_core_v3_QuicProtocolOptions_ConnectionMigrationSettings | undefined;
  readonly memoryReductionTimeout?: google_protobuf_Duration | undefined;
  readonly enableScone?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_core_v3_QuicProtocolOptions_ConnectionMigrationSettings {
  readonly migrateIdleConnections?: envoy_config_core_v3_QuicProtocolOptions_ConnectionMigrationSettings_MigrateIdleConnectionSettings | undefined;
  readonly maxTimeOnNonDefaultNetwork?: google_protobuf_Duration | undefined;
}

interface envoy_config_core_v3_QuicProtocolOptions_ConnectionMigrationSettings_MigrateIdleConnectionSettings {
  readonly maxIdleTimeBeforeMigration?: google_protobuf_Duration | undefined;
}

interface envoy_config_core_v3_RateLimitSettings {
  readonly maxTokens?: google_protobuf_UInt32Value | undefined;
  readonly fillRate?: google_protobuf_DoubleValue | undefined;
}

interface envoy_config_core_v3_RemoteDataSource {
  readonly httpUri?: envoy_config_core_v3_HttpUri | undefined;
  readonly sha256?: string | undefined;
  readonly retryPolicy?: envoy_config_core_v3_RetryPolicy | undefined;
}

interface envoy_config_core_v3_RetryPolicy {
  readonly retryBackOff?: envoy_config_core_v3_BackoffStrategy | undefined;
  readonly numRetries?: google_protobuf_UInt32Value | undefined;
  readonly retryOn?: string | undefined;
  readonly retryPriority?: envoy_config_core_v3_RetryPolicy_RetryPriority | undefined;
  readonly retryHostPredicate?: readonly envoy_config_core_v3_RetryPolicy_RetryHostPredicate[] | undefined;
  readonly hostSelectionRetryMaxAttempts?: number | undefined;
}

interface envoy_config_core_v3_RetryPolicy_RetryHostPredicate {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_core_v3_RetryPolicy_RetryPriority {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_core_v3_RuntimeDouble {
  readonly defaultValue?: number | undefined;
  readonly runtimeKey?: string | undefined;
}

interface envoy_config_core_v3_RuntimeFeatureFlag {
  readonly defaultValue?: google_protobuf_BoolValue | undefined;
  readonly runtimeKey?: string | undefined;
}

interface envoy_config_core_v3_RuntimeFractionalPercent {
  readonly defaultValue?: envoy_type_v3_FractionalPercent | undefined;
  readonly runtimeKey?: string | undefined;
}

interface envoy_config_core_v3_RuntimePercent {
  readonly defaultValue?: envoy_type_v3_Percent | undefined;
  readonly runtimeKey?: string | undefined;
}

interface envoy_config_core_v3_RuntimeUInt32 {
  readonly defaultValue?: number | undefined;
  readonly runtimeKey?: string | undefined;
}

interface envoy_config_core_v3_RuntimeUInt64 {
  readonly defaultValue?: number | undefined;
  readonly runtimeKey?: string | undefined;
}

interface envoy_config_core_v3_SchemeHeaderTransformation {
  /** One of `transformation`. */
  readonly schemeToOverwrite?: string | undefined;
  readonly matchUpstream?: boolean | undefined;
}

interface envoy_config_core_v3_SelfConfigSource {
  readonly transportApiVersion?: "AUTO" | "V2" | "V3" | undefined;
}

interface envoy_config_core_v3_SocketAddress {
  readonly protocol?: "TCP" | "UDP" | undefined;
  readonly address?: string | undefined;
  /** One of `portSpecifier`. */
  readonly portValue?: number | undefined;
  /** One of `portSpecifier`. */
  readonly namedPort?: string | undefined;
  readonly resolverName?: string | undefined;
  readonly ipv4Compat?: boolean | undefined;
  readonly networkNamespaceFilepath?: string | undefined;
}

interface envoy_config_core_v3_SocketCmsgHeaders {
  readonly level?: google_protobuf_UInt32Value | undefined;
  readonly type?: google_protobuf_UInt32Value | undefined;
  readonly expectedSize?: number | undefined;
}

interface envoy_config_core_v3_SocketOption {
  readonly description?: string | undefined;
  readonly level?: number | undefined;
  readonly name?: number | undefined;
  /** One of `value`. */
  readonly intValue?: number | undefined;
  /** One of `value`. */
  readonly bufValue?: Uint8Array | undefined;
  readonly state?: "STATE_PREBIND" | "STATE_BOUND" | "STATE_LISTENING" | undefined;
  readonly type?: envoy_config_core_v3_SocketOption_SocketType | undefined;
  readonly ipVersion?: "SOCKET_IP_VERSION_UNSPECIFIED" | "SOCKET_IP_VERSION_IPV4" | "SOCKET_IP_VERSION_IPV6" | undefined;
}

interface envoy_config_core_v3_SocketOption_SocketType {
  readonly stream?: envoy_config_core_v3_SocketOption_SocketType_Stream | undefined;
  readonly datagram?: envoy_config_core_v3_SocketOption_SocketType_Datagram | undefined;
}

interface envoy_config_core_v3_SocketOption_SocketType_Datagram {
}

interface envoy_config_core_v3_SocketOption_SocketType_Stream {
}

interface envoy_config_core_v3_SocketOptionsOverride {
  readonly socketOptions?: readonly envoy_config_core_v3_SocketOption[] | undefined;
}

interface envoy_config_core_v3_SubstitutionFormatString {
  /** One of `format`. @deprecated */
  readonly textFormat?: string | undefined;
  /** One of `format`. */
  readonly jsonFormat?: google_protobuf_Struct | undefined;
  /** One of `format`. */
  readonly textFormatSource?: envoy_config_core_v3_DataSource | undefined;
  readonly omitEmptyValues?: boolean | undefined;
  readonly contentType?: string | undefined;
  readonly formatters?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
  readonly jsonFormatOptions?: envoy_config_core_v3_JsonFormatOptions | undefined;
}

interface envoy_config_core_v3_TcpKeepalive {
  readonly keepaliveProbes?: google_protobuf_UInt32Value | undefined;
  readonly keepaliveTime?: google_protobuf_UInt32Value | undefined;
  readonly keepaliveInterval?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_core_v3_TcpProtocolOptions {
}

interface envoy_config_core_v3_TlvEntry {
  readonly type?: number | undefined;
  readonly value?: Uint8Array | undefined;
  readonly formatString?: envoy_config_core_v3_SubstitutionFormatString | undefined;
}

interface envoy_config_core_v3_TransportSocket {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_core_v3_TypedExtensionConfig {
  readonly name?: string | undefined;
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_core_v3_UdpSocketConfig {
  readonly maxRxDatagramSize?: google_protobuf_UInt64Value | undefined;
  readonly preferGro?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_core_v3_UpstreamHttpProtocolOptions {
  readonly autoSni?: boolean | undefined;
  readonly autoSanValidation?: boolean | undefined;
  readonly overrideAutoSniHeader?: string | undefined;
}

interface envoy_config_core_v3_WatchedDirectory {
  readonly path?: string | undefined;
  readonly watchModify?: boolean | undefined;
}

interface envoy_config_endpoint_v3_ClusterLoadAssignment {
  readonly clusterName?: string | undefined;
  readonly endpoints?: readonly envoy_config_endpoint_v3_LocalityLbEndpoints[] | undefined;
  readonly namedEndpoints?: Readonly<Record<string, envoy_config_endpoint_v3_Endpoint>> | undefined;
  readonly policy?: envoy_config_endpoint_v3_ClusterLoadAssignment_Policy | undefined;
}

interface envoy_config_endpoint_v3_ClusterLoadAssignment_Policy {
  readonly dropOverloads?: readonly envoy_config_endpoint_v3_ClusterLoadAssignment_Policy_DropOverload[] | undefined;
  readonly overprovisioningFactor?: google_protobuf_UInt32Value | undefined;
  readonly endpointStaleAfter?: google_protobuf_Duration | undefined;
  readonly weightedPriorityHealth?: boolean | undefined;
}

interface envoy_config_endpoint_v3_ClusterLoadAssignment_Policy_DropOverload {
  readonly category?: string | undefined;
  readonly dropPercentage?: envoy_type_v3_FractionalPercent | undefined;
}

interface envoy_config_endpoint_v3_ClusterStats {
  readonly clusterName?: string | undefined;
  readonly clusterServiceName?: string | undefined;
  readonly upstreamLocalityStats?: readonly envoy_config_endpoint_v3_UpstreamLocalityStats[] | undefined;
  readonly totalDroppedRequests?: number | undefined;
  readonly droppedRequests?: readonly envoy_config_endpoint_v3_ClusterStats_DroppedRequests[] | undefined;
  readonly loadReportInterval?: google_protobuf_Duration | undefined;
}

interface envoy_config_endpoint_v3_ClusterStats_DroppedRequests {
  readonly category?: string | undefined;
  readonly droppedCount?: number | undefined;
}

interface envoy_config_endpoint_v3_Endpoint {
  readonly address?: envoy_config_core_v3_Address | undefined;
  readonly healthCheckConfig?: envoy_config_endpoint_v3_Endpoint_HealthCheckConfig | undefined;
  readonly hostname?: string | undefined;
  readonly additionalAddresses?: readonly envoy_config_endpoint_v3_Endpoint_AdditionalAddress[] | undefined;
  readonly observabilityName?: string | undefined;
}

interface envoy_config_endpoint_v3_Endpoint_AdditionalAddress {
  readonly address?: envoy_config_core_v3_Address | undefined;
}

interface envoy_config_endpoint_v3_Endpoint_HealthCheckConfig {
  readonly portValue?: number | undefined;
  readonly hostname?: string | undefined;
  readonly address?: envoy_config_core_v3_Address | undefined;
  readonly disableActiveHealthCheck?: boolean | undefined;
}

interface envoy_config_endpoint_v3_EndpointLoadMetricStats {
  readonly metricName?: string | undefined;
  readonly numRequestsFinishedWithMetric?: number | undefined;
  readonly totalMetricValue?: number | undefined;
}

interface envoy_config_endpoint_v3_LbEndpoint {
  /** One of `hostIdentifier`. */
  readonly endpoint?: envoy_config_endpoint_v3_Endpoint | undefined;
  /** One of `hostIdentifier`. */
  readonly endpointName?: string | undefined;
  readonly healthStatus?: "UNKNOWN" | "HEALTHY" | "UNHEALTHY" | "DRAINING" | "TIMEOUT" | "DEGRADED" | undefined;
  readonly metadata?: envoy_config_core_v3_Metadata | undefined;
  readonly loadBalancingWeight?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_endpoint_v3_LbEndpointCollection {
  readonly entries?: readonly xds_core_v3_CollectionEntry[] | undefined;
}

interface envoy_config_endpoint_v3_LedsClusterLocalityConfig {
  readonly ledsConfig?: envoy_config_core_v3_ConfigSource | undefined;
  readonly ledsCollectionName?: string | undefined;
}

interface envoy_config_endpoint_v3_LocalityLbEndpoints {
  readonly locality?: envoy_config_core_v3_Locality | undefined;
  readonly metadata?: envoy_config_core_v3_Metadata | undefined;
  readonly lbEndpoints?: readonly envoy_config_endpoint_v3_LbEndpoint[] | undefined;
  /** One of `lbConfig`. @deprecated */
  readonly loadBalancerEndpoints?: envoy_config_endpoint_v3_LocalityLbEndpoints_LbEndpointList | undefined;
  /** One of `lbConfig`. */
  readonly ledsClusterLocalityConfig?: envoy_config_endpoint_v3_LedsClusterLocalityConfig | undefined;
  readonly loadBalancingWeight?: google_protobuf_UInt32Value | undefined;
  readonly priority?: number | undefined;
  readonly proximity?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_endpoint_v3_LocalityLbEndpoints_LbEndpointList {
  readonly lbEndpoints?: readonly envoy_config_endpoint_v3_LbEndpoint[] | undefined;
}

interface envoy_config_endpoint_v3_UnnamedEndpointLoadMetricStats {
  readonly numRequestsFinishedWithMetric?: number | undefined;
  readonly totalMetricValue?: number | undefined;
}

interface envoy_config_endpoint_v3_UpstreamEndpointStats {
  readonly address?: envoy_config_core_v3_Address | undefined;
  readonly metadata?: google_protobuf_Struct | undefined;
  readonly totalSuccessfulRequests?: number | undefined;
  readonly totalRequestsInProgress?: number | undefined;
  readonly totalErrorRequests?: number | undefined;
  readonly totalIssuedRequests?: number | undefined;
  readonly loadMetricStats?: readonly envoy_config_endpoint_v3_EndpointLoadMetricStats[] | undefined;
}

interface envoy_config_endpoint_v3_UpstreamLocalityStats {
  readonly locality?: envoy_config_core_v3_Locality | undefined;
  readonly totalSuccessfulRequests?: number | undefined;
  readonly totalRequestsInProgress?: number | undefined;
  readonly totalErrorRequests?: number | undefined;
  readonly totalIssuedRequests?: number | undefined;
  readonly totalActiveConnections?: number | undefined;
  readonly totalNewConnections?: number | undefined;
  readonly totalFailConnections?: number | undefined;
  readonly cpuUtilization?: envoy_config_endpoint_v3_UnnamedEndpointLoadMetricStats | undefined;
  readonly memUtilization?: envoy_config_endpoint_v3_UnnamedEndpointLoadMetricStats | undefined;
  readonly applicationUtilization?: envoy_config_endpoint_v3_UnnamedEndpointLoadMetricStats | undefined;
  readonly loadMetricStats?: readonly envoy_config_endpoint_v3_EndpointLoadMetricStats[] | undefined;
  readonly upstreamEndpointStats?: readonly envoy_config_endpoint_v3_UpstreamEndpointStats[] | undefined;
  readonly priority?: number | undefined;
}

interface envoy_config_listener_v3_ActiveRawUdpListenerConfig {
}

interface envoy_config_listener_v3_AdditionalAddress {
  readonly address?: envoy_config_core_v3_Address | undefined;
  readonly socketOptions?: envoy_config_core_v3_SocketOptionsOverride | undefined;
  readonly tcpKeepalive?: envoy_config_core_v3_TcpKeepalive | undefined;
}

interface envoy_config_listener_v3_ApiListener {
  readonly apiListener?: Any | undefined;
}

interface envoy_config_listener_v3_Filter {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
  /** One of `configType`. */
  readonly configDiscovery?: envoy_config_core_v3_ExtensionConfigSource | undefined;
}

interface envoy_config_listener_v3_FilterChain {
  readonly filterChainMatch?: envoy_config_listener_v3_FilterChainMatch | undefined;
  readonly filters?: readonly envoy_config_listener_v3_Filter[] | undefined;
  /** @deprecated */
  readonly useProxyProto?: google_protobuf_BoolValue | undefined;
  readonly metadata?: envoy_config_core_v3_Metadata | undefined;
  readonly transportSocket?: envoy_config_core_v3_TransportSocket | undefined;
  readonly transportSocketConnectTimeout?: google_protobuf_Duration | undefined;
  readonly name?: string | undefined;
}

interface envoy_config_listener_v3_FilterChainMatch {
  readonly destinationPort?: google_protobuf_UInt32Value | undefined;
  readonly prefixRanges?: readonly envoy_config_core_v3_CidrRange[] | undefined;
  readonly addressSuffix?: string | undefined;
  readonly suffixLen?: google_protobuf_UInt32Value | undefined;
  readonly directSourcePrefixRanges?: readonly envoy_config_core_v3_CidrRange[] | undefined;
  readonly sourceType?: "ANY" | "SAME_IP_OR_LOOPBACK" | "EXTERNAL" | undefined;
  readonly sourcePrefixRanges?: readonly envoy_config_core_v3_CidrRange[] | undefined;
  readonly sourcePorts?: readonly number[] | undefined;
  readonly serverNames?: readonly string[] | undefined;
  readonly transportProtocol?: string | undefined;
  readonly applicationProtocols?: readonly string[] | undefined;
}

interface envoy_config_listener_v3_Listener {
  readonly name?: string | undefined;
  readonly address?: envoy_config_core_v3_Address | undefined;
  readonly additionalAddresses?: readonly envoy_config_listener_v3_AdditionalAddress[] | undefined;
  readonly statPrefix?: string | undefined;
  readonly statsMatcher?: envoy_config_metrics_v3_StatsMatcher | undefined;
  readonly filterChains?: readonly envoy_config_listener_v3_FilterChain[] | undefined;
  readonly fcdsConfig?: envoy_config_listener_v3_Listener_FcdsConfig | undefined;
  readonly filterChainMatcher?: xds_type_matcher_v3_Matcher | undefined;
  readonly useOriginalDst?: google_protobuf_BoolValue | undefined;
  readonly defaultFilterChain?: envoy_config_listener_v3_FilterChain | undefined;
  readonly perConnectionBufferLimitBytes?: google_protobuf_UInt32Value | undefined;
  readonly perConnectionBufferHighWatermarkTimeout?: google_protobuf_Duration | undefined;
  readonly metadata?: envoy_config_core_v3_Metadata | undefined;
  /** @deprecated */
  readonly deprecatedV1?: envoy_config_listener_v3_Listener_DeprecatedV1 | undefined;
  readonly drainType?: "DEFAULT" | "MODIFY_ONLY" | undefined;
  readonly listenerFilters?: readonly envoy_config_listener_v3_ListenerFilter[] | undefined;
  readonly listenerFiltersTimeout?: google_protobuf_Duration | undefined;
  readonly continueOnListenerFiltersTimeout?: boolean | undefined;
  readonly transparent?: google_protobuf_BoolValue | undefined;
  readonly freebind?: google_protobuf_BoolValue | undefined;
  readonly socketOptions?: readonly envoy_config_core_v3_SocketOption[] | undefined;
  readonly tcpFastOpenQueueLength?: google_protobuf_UInt32Value | undefined;
  readonly trafficDirection?: "UNSPECIFIED" | "INBOUND" | "OUTBOUND" | undefined;
  readonly udpListenerConfig?: envoy_config_listener_v3_UdpListenerConfig | undefined;
  readonly apiListener?: envoy_config_listener_v3_ApiListener | undefined;
  readonly connectionBalanceConfig?: envoy_config_listener_v3_Listener_ConnectionBalanceConfig | undefined;
  /** @deprecated */
  readonly reusePort?: boolean | undefined;
  readonly enableReusePort?: google_protobuf_BoolValue | undefined;
  readonly accessLog?: readonly envoy_config_accesslog_v3_AccessLog[] | undefined;
  readonly tcpBacklogSize?: google_protobuf_UInt32Value | undefined;
  readonly maxConnectionsToAcceptPerSocketEvent?: google_protobuf_UInt32Value | undefined;
  readonly bindToPort?: google_protobuf_BoolValue | undefined;
  /** One of `listenerSpecifier`. */
  readonly internalListener?: envoy_config_listener_v3_Listener_InternalListenerConfig | undefined;
  readonly enableMptcp?: boolean | undefined;
  readonly ignoreGlobalConnLimit?: boolean | undefined;
  readonly bypassOverloadManager?: boolean | undefined;
  readonly tcpKeepalive?: envoy_config_core_v3_TcpKeepalive | undefined;
}

interface envoy_config_listener_v3_Listener_ConnectionBalanceConfig {
  /** One of `balanceType`. */
  readonly exactBalance?: envoy_config_listener_v3_Listener_ConnectionBalanceConfig_ExactBalance | undefined;
  /** One of `balanceType`. */
  readonly extendBalance?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  /** One of `balanceType`. */
  readonly cpuLocalityBalance?: envoy_config_listener_v3_Listener_ConnectionBalanceConfig_CpuLocalityBalance | undefined;
}

interface envoy_config_listener_v3_Listener_ConnectionBalanceConfig_CpuLocalityBalance {
}

interface envoy_config_listener_v3_Listener_ConnectionBalanceConfig_ExactBalance {
}

interface envoy_config_listener_v3_Listener_DeprecatedV1 {
  readonly bindToPort?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_listener_v3_Listener_FcdsConfig {
  readonly name?: string | undefined;
  readonly configSource?: envoy_config_core_v3_ConfigSource | undefined;
}

interface envoy_config_listener_v3_Listener_InternalListenerConfig {
}

interface envoy_config_listener_v3_ListenerCollection {
  readonly entries?: readonly xds_core_v3_CollectionEntry[] | undefined;
}

interface envoy_config_listener_v3_ListenerFilter {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
  /** One of `configType`. */
  readonly configDiscovery?: envoy_config_core_v3_ExtensionConfigSource | undefined;
  readonly filterDisabled?: envoy_config_listener_v3_ListenerFilterChainMatchPredicate | undefined;
}

interface envoy_config_listener_v3_ListenerFilterChainMatchPredicate {
  /** One of `rule`. */
  readonly orMatch?: envoy_config_listener_v3_ListenerFilterChainMatchPredicate_MatchSet | undefined;
  /** One of `rule`. */
  readonly andMatch?: envoy_config_listener_v3_ListenerFilterChainMatchPredicate_MatchSet | undefined;
  /** One of `rule`. */
  readonly notMatch?: envoy_config_listener_v3_ListenerFilterChainMatchPredicate | undefined;
  /** One of `rule`. */
  readonly anyMatch?: boolean | undefined;
  /** One of `rule`. */
  readonly destinationPortRange?: envoy_type_v3_Int32Range | undefined;
}

interface envoy_config_listener_v3_ListenerFilterChainMatchPredicate_MatchSet {
  readonly rules?: readonly envoy_config_listener_v3_ListenerFilterChainMatchPredicate[] | undefined;
}

interface envoy_config_listener_v3_QuicProtocolOptions {
  readonly quicProtocolOptions?: envoy_config_core_v3_QuicProtocolOptions | undefined;
  readonly idleTimeout?: google_protobuf_Duration | undefined;
  readonly cryptoHandshakeTimeout?: google_protobuf_Duration | undefined;
  readonly enabled?: envoy_config_core_v3_RuntimeFeatureFlag | undefined;
  readonly packetsToReadToConnectionCountRatio?: google_protobuf_UInt32Value | undefined;
  readonly cryptoStreamConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly proofSourceConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly connectionIdGeneratorConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly serverPreferredAddressConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly sendDisableActiveMigration?: google_protobuf_BoolValue | undefined;
  readonly connectionDebugVisitorConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly saveCmsgConfig?: readonly envoy_config_core_v3_SocketCmsgHeaders[] | undefined;
  readonly rejectNewConnections?: boolean | undefined;
  readonly maxSessionsPerEventLoop?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_listener_v3_UdpListenerConfig {
  readonly downstreamSocketConfig?: envoy_config_core_v3_UdpSocketConfig | undefined;
  readonly quicOptions?: envoy_config_listener_v3_QuicProtocolOptions | undefined;
  readonly udpPacketPacketWriterConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_config_metrics_v3_DogStatsdSink {
  /** One of `dogStatsdSpecifier`. */
  readonly address?: envoy_config_core_v3_Address | undefined;
  readonly prefix?: string | undefined;
  readonly maxBytesPerDatagram?: google_protobuf_UInt64Value | undefined;
  readonly scaleHistogramUnitsToMilliseconds?: boolean | undefined;
}

interface envoy_config_metrics_v3_HistogramBucketSettings {
  readonly match?: envoy_type_matcher_v3_StringMatcher | undefined;
  readonly buckets?: readonly number[] | undefined;
  readonly bins?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_metrics_v3_HystrixSink {
  readonly numBuckets?: number | undefined;
}

interface envoy_config_metrics_v3_StatsConfig {
  readonly statsTags?: readonly envoy_config_metrics_v3_TagSpecifier[] | undefined;
  readonly useAllDefaultTags?: google_protobuf_BoolValue | undefined;
  readonly statsMatcher?: envoy_config_metrics_v3_StatsMatcher | undefined;
  readonly histogramBucketSettings?: readonly envoy_config_metrics_v3_HistogramBucketSettings[] | undefined;
  readonly allowDefaultTagOverrides?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_metrics_v3_StatsMatcher {
  /** One of `statsMatcher`. */
  readonly rejectAll?: boolean | undefined;
  /** One of `statsMatcher`. */
  readonly exclusionList?: envoy_type_matcher_v3_ListStringMatcher | undefined;
  /** One of `statsMatcher`. */
  readonly inclusionList?: envoy_type_matcher_v3_ListStringMatcher | undefined;
}

interface envoy_config_metrics_v3_StatsSink {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_metrics_v3_StatsdSink {
  /** One of `statsdSpecifier`. */
  readonly address?: envoy_config_core_v3_Address | undefined;
  /** One of `statsdSpecifier`. */
  readonly tcpClusterName?: string | undefined;
  readonly prefix?: string | undefined;
  readonly scaleHistogramUnitsToMilliseconds?: boolean | undefined;
}

interface envoy_config_metrics_v3_TagSpecifier {
  readonly tagName?: string | undefined;
  /** One of `tagValue`. */
  readonly regex?: string | undefined;
  /** One of `tagValue`. */
  readonly fixedValue?: string | undefined;
}

interface envoy_config_overload_v3_BufferFactoryConfig {
  readonly minimumAccountToTrackPowerOfTwo?: number | undefined;
}

interface envoy_config_overload_v3_LoadShedPoint {
  readonly name?: string | undefined;
  readonly triggers?: readonly envoy_config_overload_v3_Trigger[] | undefined;
}

interface envoy_config_overload_v3_OverloadAction {
  readonly name?: string | undefined;
  readonly triggers?: readonly envoy_config_overload_v3_Trigger[] | undefined;
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_overload_v3_OverloadManager {
  readonly refreshInterval?: google_protobuf_Duration | undefined;
  readonly resourceMonitors?: readonly envoy_config_overload_v3_ResourceMonitor[] | undefined;
  readonly actions?: readonly envoy_config_overload_v3_OverloadAction[] | undefined;
  readonly loadshedPoints?: readonly envoy_config_overload_v3_LoadShedPoint[] | undefined;
  readonly bufferFactoryConfig?: envoy_config_overload_v3_BufferFactoryConfig | undefined;
}

interface envoy_config_overload_v3_ResourceMonitor {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_overload_v3_ScaleTimersOverloadActionConfig {
  readonly timerScaleFactors?: readonly envoy_config_overload_v3_ScaleTimersOverloadActionConfig_ScaleTimer[] | undefined;
}

interface envoy_config_overload_v3_ScaleTimersOverloadActionConfig_ScaleTimer {
  readonly timer?: "UNSPECIFIED" | "HTTP_DOWNSTREAM_CONNECTION_IDLE" | "HTTP_DOWNSTREAM_STREAM_IDLE" | "TRANSPORT_SOCKET_CONNECT" | "HTTP_DOWNSTREAM_CONNECTION_MAX" | "HTTP_DOWNSTREAM_STREAM_FLUSH" | undefined;
  /** One of `overloadAdjust`. */
  readonly minTimeout?: google_protobuf_Duration | undefined;
  /** One of `overloadAdjust`. */
  readonly minScale?: envoy_type_v3_Percent | undefined;
}

interface envoy_config_overload_v3_ScaledTrigger {
  readonly scalingThreshold?: number | undefined;
  readonly saturationThreshold?: number | undefined;
}

interface envoy_config_overload_v3_ShrinkHeapConfig {
  readonly timerInterval?: google_protobuf_Duration | undefined;
  readonly maxUnfreedMemoryBytes?: google_protobuf_UInt64Value | undefined;
}

interface envoy_config_overload_v3_ThresholdTrigger {
  readonly value?: number | undefined;
}

interface envoy_config_overload_v3_Trigger {
  readonly name?: string | undefined;
  /** One of `triggerOneof`. */
  readonly threshold?: envoy_config_overload_v3_ThresholdTrigger | undefined;
  /** One of `triggerOneof`. */
  readonly scaled?: envoy_config_overload_v3_ScaledTrigger | undefined;
}

interface envoy_config_ratelimit_v3_RateLimitServiceConfig {
  readonly grpcService?: envoy_config_core_v3_GrpcService | undefined;
  readonly transportApiVersion?: "AUTO" | "V2" | "V3" | undefined;
}

interface envoy_config_rbac_v3_Action {
  readonly name?: string | undefined;
  readonly action?: "ALLOW" | "DENY" | "LOG" | undefined;
}

interface envoy_config_rbac_v3_Permission {
  /** One of `rule`. */
  readonly andRules?: envoy_config_rbac_v3_Permission_Set | undefined;
  /** One of `rule`. */
  readonly orRules?: envoy_config_rbac_v3_Permission_Set | undefined;
  /** One of `rule`. */
  readonly any?: boolean | undefined;
  /** One of `rule`. */
  readonly header?: envoy_config_route_v3_HeaderMatcher | undefined;
  /** One of `rule`. */
  readonly urlPath?: envoy_type_matcher_v3_PathMatcher | undefined;
  /** One of `rule`. */
  readonly destinationIp?: envoy_config_core_v3_CidrRange | undefined;
  /** One of `rule`. */
  readonly destinationPort?: number | undefined;
  /** One of `rule`. */
  readonly destinationPortRange?: envoy_type_v3_Int32Range | undefined;
  /** One of `rule`. @deprecated */
  readonly metadata?: envoy_type_matcher_v3_MetadataMatcher | undefined;
  /** One of `rule`. */
  readonly notRule?: envoy_config_rbac_v3_Permission | undefined;
  /** One of `rule`. */
  readonly requestedServerName?: envoy_type_matcher_v3_StringMatcher | undefined;
  /** One of `rule`. */
  readonly matcher?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  /** One of `rule`. */
  readonly uriTemplate?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  /** One of `rule`. */
  readonly sourcedMetadata?: envoy_config_rbac_v3_SourcedMetadata | undefined;
}

interface envoy_config_rbac_v3_Permission_Set {
  readonly rules?: readonly envoy_config_rbac_v3_Permission[] | undefined;
}

interface envoy_config_rbac_v3_Policy {
  readonly permissions?: readonly envoy_config_rbac_v3_Permission[] | undefined;
  readonly principals?: readonly envoy_config_rbac_v3_Principal[] | undefined;
  readonly condition?: google_api_expr_v1alpha1_Expr | undefined;
  readonly checkedCondition?: google_api_expr_v1alpha1_CheckedExpr | undefined;
  readonly celConfig?: envoy_config_core_v3_CelExpressionConfig | undefined;
}

interface envoy_config_rbac_v3_Principal {
  /** One of `identifier`. */
  readonly andIds?: envoy_config_rbac_v3_Principal_Set | undefined;
  /** One of `identifier`. */
  readonly orIds?: envoy_config_rbac_v3_Principal_Set | undefined;
  /** One of `identifier`. */
  readonly any?: boolean | undefined;
  /** One of `identifier`. */
  readonly authenticated?: envoy_config_rbac_v3_Principal_Authenticated | undefined;
  /** One of `identifier`. @deprecated */
  readonly sourceIp?: envoy_config_core_v3_CidrRange | undefined;
  /** One of `identifier`. */
  readonly directRemoteIp?: envoy_config_core_v3_CidrRange | undefined;
  /** One of `identifier`. */
  readonly remoteIp?: envoy_config_core_v3_CidrRange | undefined;
  /** One of `identifier`. */
  readonly header?: envoy_config_route_v3_HeaderMatcher | undefined;
  /** One of `identifier`. */
  readonly urlPath?: envoy_type_matcher_v3_PathMatcher | undefined;
  /** One of `identifier`. @deprecated */
  readonly metadata?: envoy_type_matcher_v3_MetadataMatcher | undefined;
  /** One of `identifier`. */
  readonly filterState?: envoy_type_matcher_v3_FilterStateMatcher | undefined;
  /** One of `identifier`. */
  readonly notId?: envoy_config_rbac_v3_Principal | undefined;
  /** One of `identifier`. */
  readonly sourcedMetadata?: envoy_config_rbac_v3_SourcedMetadata | undefined;
  /** One of `identifier`. */
  readonly custom?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_config_rbac_v3_Principal_Authenticated {
  readonly principalName?: envoy_type_matcher_v3_StringMatcher | undefined;
}

interface envoy_config_rbac_v3_Principal_Set {
  readonly ids?: readonly envoy_config_rbac_v3_Principal[] | undefined;
}

interface envoy_config_rbac_v3_RBAC {
  readonly action?: "ALLOW" | "DENY" | "LOG" | undefined;
  readonly policies?: Readonly<Record<string, envoy_config_rbac_v3_Policy>> | undefined;
  readonly auditLoggingOptions?: envoy_config_rbac_v3_RBAC_AuditLoggingOptions | undefined;
}

interface envoy_config_rbac_v3_RBAC_AuditLoggingOptions {
  readonly auditCondition?: "NONE" | "ON_DENY" | "ON_ALLOW" | "ON_DENY_AND_ALLOW" | undefined;
  readonly loggerConfigs?: readonly envoy_config_rbac_v3_RBAC_AuditLoggingOptions_AuditLoggerConfig[] | undefined;
}

interface envoy_config_rbac_v3_RBAC_AuditLoggingOptions_AuditLoggerConfig {
  readonly auditLogger?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly isOptional?: boolean | undefined;
}

interface envoy_config_rbac_v3_SourcedMetadata {
  readonly metadataMatcher?: envoy_type_matcher_v3_MetadataMatcher | undefined;
  readonly metadataSource?: "DYNAMIC" | "ROUTE" | undefined;
}

interface envoy_config_route_v3_ClusterSpecifierPlugin {
  readonly extension?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly isOptional?: boolean | undefined;
}

interface envoy_config_route_v3_CookieMatcher {
  readonly name?: string | undefined;
  readonly stringMatch?: envoy_type_matcher_v3_StringMatcher | undefined;
  readonly invertMatch?: boolean | undefined;
}

interface envoy_config_route_v3_CorsPolicy {
  readonly allowOriginStringMatch?: readonly envoy_type_matcher_v3_StringMatcher[] | undefined;
  readonly allowMethods?: string | undefined;
  readonly allowHeaders?: string | undefined;
  readonly exposeHeaders?: string | undefined;
  readonly maxAge?: string | undefined;
  readonly allowCredentials?: google_protobuf_BoolValue | undefined;
  /** One of `enabledSpecifier`. */
  readonly filterEnabled?: envoy_config_core_v3_RuntimeFractionalPercent | undefined;
  readonly shadowEnabled?: envoy_config_core_v3_RuntimeFractionalPercent | undefined;
  readonly allowPrivateNetworkAccess?: google_protobuf_BoolValue | undefined;
  readonly forwardNotMatchingPreflights?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_route_v3_Decorator {
  readonly operation?: string | undefined;
  readonly propagate?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_route_v3_DirectResponseAction {
  readonly status?: number | undefined;
  readonly body?: envoy_config_core_v3_DataSource | undefined;
  readonly bodyFormat?: envoy_config_core_v3_SubstitutionFormatString | undefined;
}

interface envoy_config_route_v3_FilterAction {
  readonly action?: Any | undefined;
}

interface envoy_config_route_v3_FilterConfig {
  readonly config?: Any | undefined;
  readonly isOptional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

interface envoy_config_route_v3_HeaderMatcher {
  readonly name?: string | undefined;
  /** One of `headerMatchSpecifier`. @deprecated */
  readonly exactMatch?: string | undefined;
  /** One of `headerMatchSpecifier`. @deprecated */
  readonly safeRegexMatch?: envoy_type_matcher_v3_RegexMatcher | undefined;
  /** One of `headerMatchSpecifier`. */
  readonly rangeMatch?: envoy_type_v3_Int64Range | undefined;
  /** One of `headerMatchSpecifier`. */
  readonly presentMatch?: boolean | undefined;
  /** One of `headerMatchSpecifier`. @deprecated */
  readonly prefixMatch?: string | undefined;
  /** One of `headerMatchSpecifier`. @deprecated */
  readonly suffixMatch?: string | undefined;
  /** One of `headerMatchSpecifier`. @deprecated */
  readonly containsMatch?: string | undefined;
  /** One of `headerMatchSpecifier`. */
  readonly stringMatch?: envoy_type_matcher_v3_StringMatcher | undefined;
  readonly invertMatch?: boolean | undefined;
  readonly treatMissingHeaderAsEmpty?: boolean | undefined;
}

interface envoy_config_route_v3_HedgePolicy {
  readonly initialRequests?: google_protobuf_UInt32Value | undefined;
  readonly additionalRequestChance?: envoy_type_v3_FractionalPercent | undefined;
  readonly hedgeOnPerTryTimeout?: boolean | undefined;
}

interface envoy_config_route_v3_InternalRedirectPolicy {
  readonly maxInternalRedirects?: google_protobuf_UInt32Value | undefined;
  readonly redirectResponseCodes?: readonly number[] | undefined;
  readonly predicates?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
  readonly allowCrossSchemeRedirect?: boolean | undefined;
  readonly responseHeadersToCopy?: readonly string[] | undefined;
}

interface envoy_config_route_v3_NonForwardingAction {
}

interface envoy_config_route_v3_QueryParameterMatcher {
  readonly name?: string | undefined;
  /** One of `queryParameterMatchSpecifier`. */
  readonly stringMatch?: envoy_type_matcher_v3_StringMatcher | undefined;
  /** One of `queryParameterMatchSpecifier`. */
  readonly presentMatch?: boolean | undefined;
}

interface envoy_config_route_v3_RateLimit {
  readonly stage?: google_protobuf_UInt32Value | undefined;
  readonly disableKey?: string | undefined;
  readonly actions?: readonly envoy_config_route_v3_RateLimit_Action[] | undefined;
  readonly limit?: envoy_config_route_v3_RateLimit_Override | undefined;
  readonly hitsAddend?: envoy_config_route_v3_RateLimit_HitsAddend | undefined;
  readonly applyOnStreamDone?: boolean | undefined;
  readonly xRatelimitOption?: "UNSPECIFIED" | "OFF" | "DRAFT_VERSION_03" | undefined;
}

interface envoy_config_route_v3_RateLimit_Action {
  /** One of `actionSpecifier`. */
  readonly sourceCluster?: envoy_config_route_v3_RateLimit_Action_SourceCluster | undefined;
  /** One of `actionSpecifier`. */
  readonly destinationCluster?: envoy_config_route_v3_RateLimit_Action_DestinationCluster | undefined;
  /** One of `actionSpecifier`. */
  readonly requestHeaders?: envoy_config_route_v3_RateLimit_Action_RequestHeaders | undefined;
  /** One of `actionSpecifier`. */
  readonly queryParameters?: envoy_config_route_v3_RateLimit_Action_QueryParameters | undefined;
  /** One of `actionSpecifier`. */
  readonly remoteAddress?: envoy_config_route_v3_RateLimit_Action_RemoteAddress | undefined;
  /** One of `actionSpecifier`. */
  readonly genericKey?: envoy_config_route_v3_RateLimit_Action_GenericKey | undefined;
  /** One of `actionSpecifier`. */
  readonly headerValueMatch?: envoy_config_route_v3_RateLimit_Action_HeaderValueMatch | undefined;
  /** One of `actionSpecifier`. @deprecated */
  readonly dynamicMetadata?: envoy_config_route_v3_RateLimit_Action_DynamicMetaData | undefined;
  /** One of `actionSpecifier`. */
  readonly metadata?: envoy_config_route_v3_RateLimit_Action_MetaData | undefined;
  /** One of `actionSpecifier`. */
  readonly extension?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  /** One of `actionSpecifier`. */
  readonly maskedRemoteAddress?: envoy_config_route_v3_RateLimit_Action_MaskedRemoteAddress | undefined;
  /** One of `actionSpecifier`. */
  readonly queryParameterValueMatch?: envoy_config_route_v3_RateLimit_Action_QueryParameterValueMatch | undefined;
  /** One of `actionSpecifier`. */
  readonly remoteAddressMatch?: envoy_config_route_v3_RateLimit_Action_RemoteAddressMatch | undefined;
}

interface envoy_config_route_v3_RateLimit_Action_DestinationCluster {
}

interface envoy_config_route_v3_RateLimit_Action_DynamicMetaData {
  readonly descriptorKey?: string | undefined;
  readonly metadataKey?: envoy_type_metadata_v3_MetadataKey | undefined;
  readonly defaultValue?: string | undefined;
}

interface envoy_config_route_v3_RateLimit_Action_GenericKey {
  readonly descriptorValue?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly descriptorKey?: string | undefined;
}

interface envoy_config_route_v3_RateLimit_Action_HeaderValueMatch {
  readonly descriptorValue?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly descriptorKey?: string | undefined;
  readonly expectMatch?: google_protobuf_BoolValue | undefined;
  readonly headers?: readonly envoy_config_route_v3_HeaderMatcher[] | undefined;
}

interface envoy_config_route_v3_RateLimit_Action_MaskedRemoteAddress {
  readonly v4PrefixMaskLen?: google_protobuf_UInt32Value | undefined;
  readonly v6PrefixMaskLen?: google_protobuf_UInt32Value | undefined;
}

interface envoy_config_route_v3_RateLimit_Action_MetaData {
  readonly descriptorKey?: string | undefined;
  readonly metadataKey?: envoy_type_metadata_v3_MetadataKey | undefined;
  readonly defaultValue?: string | undefined;
  readonly source?: "DYNAMIC" | "ROUTE_ENTRY" | "CLUSTER_ENTRY" | "CLUSTER_LOCALITY_ENTRY" | undefined;
  readonly skipIfAbsent?: boolean | undefined;
}

interface envoy_config_route_v3_RateLimit_Action_QueryParameterValueMatch {
  readonly descriptorValue?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly descriptorKey?: string | undefined;
  readonly expectMatch?: google_protobuf_BoolValue | undefined;
  readonly queryParameters?: readonly envoy_config_route_v3_QueryParameterMatcher[] | undefined;
}

interface envoy_config_route_v3_RateLimit_Action_QueryParameters {
  readonly queryParameterName?: string | undefined;
  readonly descriptorKey?: string | undefined;
  readonly skipIfAbsent?: boolean | undefined;
}

interface envoy_config_route_v3_RateLimit_Action_RemoteAddress {
}

interface envoy_config_route_v3_RateLimit_Action_RemoteAddressMatch {
  readonly descriptorValue?: string | undefined;
  readonly descriptorKey?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly addressMatcher?: envoy_type_matcher_v3_AddressMatcher | undefined;
}

interface envoy_config_route_v3_RateLimit_Action_RequestHeaders {
  readonly headerName?: string | undefined;
  readonly descriptorKey?: string | undefined;
  readonly skipIfAbsent?: boolean | undefined;
}

interface envoy_config_route_v3_RateLimit_Action_SourceCluster {
}

interface envoy_config_route_v3_RateLimit_HitsAddend {
  readonly number?: google_protobuf_UInt64Value | undefined;
  readonly format?: string | undefined;
  readonly isNegativeHits?: boolean | undefined;
}

interface envoy_config_route_v3_RateLimit_Override {
  /** One of `overrideSpecifier`. */
  readonly dynamicMetadata?: envoy_config_route_v3_RateLimit_Override_DynamicMetadata | undefined;
  /** One of `overrideSpecifier`. */
  readonly rateLimit?: envoy_config_route_v3_RateLimit_Override_RateLimitOverride | undefined;
}

interface envoy_config_route_v3_RateLimit_Override_DynamicMetadata {
  readonly metadataKey?: envoy_type_metadata_v3_MetadataKey | undefined;
}

interface envoy_config_route_v3_RateLimit_Override_RateLimitOverride {
  readonly requestsPerUnit?: number | undefined;
  readonly unit?: "UNKNOWN" | "SECOND" | "MINUTE" | "HOUR" | "DAY" | "MONTH" | "YEAR" | undefined;
}

interface envoy_config_route_v3_RedirectAction {
  /** One of `schemeRewriteSpecifier`. */
  readonly httpsRedirect?: boolean | undefined;
  /** One of `schemeRewriteSpecifier`. */
  readonly schemeRedirect?: string | undefined;
  readonly hostRedirect?: string | undefined;
  readonly portRedirect?: number | undefined;
  /** One of `pathRewriteSpecifier`. */
  readonly pathRedirect?: string | undefined;
  /** One of `pathRewriteSpecifier`. */
  readonly prefixRewrite?: string | undefined;
  /** One of `pathRewriteSpecifier`. */
  readonly regexRewrite?: envoy_type_matcher_v3_RegexMatchAndSubstitute | undefined;
  /** One of `pathRewriteSpecifier`. */
  readonly pathRewrite?: string | undefined;
  readonly responseCode?: "MOVED_PERMANENTLY" | "FOUND" | "SEE_OTHER" | "TEMPORARY_REDIRECT" | "PERMANENT_REDIRECT" | undefined;
  readonly stripQuery?: boolean | undefined;
}

interface envoy_config_route_v3_RetryPolicy {
  readonly retryOn?: string | undefined;
  readonly numRetries?: google_protobuf_UInt32Value | undefined;
  readonly perTryTimeout?: google_protobuf_Duration | undefined;
  readonly perTryIdleTimeout?: google_protobuf_Duration | undefined;
  readonly retryPriority?: envoy_config_route_v3_RetryPolicy_RetryPriority | undefined;
  readonly retryHostPredicate?: readonly envoy_config_route_v3_RetryPolicy_RetryHostPredicate[] | undefined;
  readonly retryOptionsPredicates?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
  readonly hostSelectionRetryMaxAttempts?: number | undefined;
  readonly retriableStatusCodes?: readonly number[] | undefined;
  readonly retryBackOff?: envoy_config_route_v3_RetryPolicy_RetryBackOff | undefined;
  readonly rateLimitedRetryBackOff?: envoy_config_route_v3_RetryPolicy_RateLimitedRetryBackOff | undefined;
  readonly retriableHeaders?: readonly envoy_config_route_v3_HeaderMatcher[] | undefined;
  readonly retriableRequestHeaders?: readonly envoy_config_route_v3_HeaderMatcher[] | undefined;
  readonly refreshClusterOnRetry?: boolean | undefined;
}

interface envoy_config_route_v3_RetryPolicy_RateLimitedRetryBackOff {
  readonly resetHeaders?: readonly envoy_config_route_v3_RetryPolicy_ResetHeader[] | undefined;
  readonly maxInterval?: google_protobuf_Duration | undefined;
}

interface envoy_config_route_v3_RetryPolicy_ResetHeader {
  readonly name?: string | undefined;
  readonly format?: "SECONDS" | "UNIX_TIMESTAMP" | undefined;
}

interface envoy_config_route_v3_RetryPolicy_RetryBackOff {
  readonly baseInterval?: google_protobuf_Duration | undefined;
  readonly maxInterval?: google_protobuf_Duration | undefined;
}

interface envoy_config_route_v3_RetryPolicy_RetryHostPredicate {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_route_v3_RetryPolicy_RetryPriority {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_config_route_v3_Route {
  readonly name?: string | undefined;
  readonly match?: envoy_config_route_v3_RouteMatch | undefined;
  /** One of `action`. */
  readonly route?: envoy_config_route_v3_RouteAction | undefined;
  /** One of `action`. */
  readonly redirect?: envoy_config_route_v3_RedirectAction | undefined;
  /** One of `action`. */
  readonly directResponse?: envoy_config_route_v3_DirectResponseAction | undefined;
  /** One of `action`. */
  readonly filterAction?: envoy_config_route_v3_FilterAction | undefined;
  /** One of `action`. */
  readonly nonForwardingAction?: envoy_config_route_v3_NonForwardingAction | undefined;
  readonly metadata?: envoy_config_core_v3_Metadata | undefined;
  readonly decorator?: envoy_config_route_v3_Decorator | undefined;
  readonly typedPerFilterConfig?: Readonly<Record<string, Any>> | undefined;
  readonly requestHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly requestHeadersToRemove?: readonly string[] | undefined;
  readonly responseHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly responseHeadersToRemove?: readonly string[] | undefined;
  readonly tracing?: envoy_config_route_v3_Tracing | undefined;
  /** @deprecated */
  readonly perRequestBufferLimitBytes?: google_protobuf_UInt32Value | undefined;
  readonly statPrefix?: string | undefined;
  readonly requestBodyBufferLimit?: google_protobuf_UInt64Value | undefined;
  readonly routeSpecifiers?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
}

interface envoy_config_route_v3_RouteAction {
  /** One of `clusterSpecifier`. */
  readonly cluster?: string | undefined;
  /** One of `clusterSpecifier`. */
  readonly clusterHeader?: string | undefined;
  /** One of `clusterSpecifier`. */
  readonly weightedClusters?: envoy_config_route_v3_WeightedCluster | undefined;
  /** One of `clusterSpecifier`. */
  readonly clusterSpecifierPlugin?: string | undefined;
  /** One of `clusterSpecifier`. */
  readonly inlineClusterSpecifierPlugin?: envoy_config_route_v3_ClusterSpecifierPlugin | undefined;
  readonly clusterNotFoundResponseCode?: "SERVICE_UNAVAILABLE" | "NOT_FOUND" | "INTERNAL_SERVER_ERROR" | undefined;
  readonly metadataMatch?: envoy_config_core_v3_Metadata | undefined;
  readonly prefixRewrite?: string | undefined;
  readonly regexRewrite?: envoy_type_matcher_v3_RegexMatchAndSubstitute | undefined;
  readonly pathRewritePolicy?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly pathRewrite?: string | undefined;
  /** One of `hostRewriteSpecifier`. */
  readonly hostRewriteLiteral?: string | undefined;
  /** One of `hostRewriteSpecifier`. */
  readonly autoHostRewrite?: google_protobuf_BoolValue | undefined;
  /** One of `hostRewriteSpecifier`. */
  readonly hostRewriteHeader?: string | undefined;
  /** One of `hostRewriteSpecifier`. */
  readonly hostRewritePathRegex?: envoy_type_matcher_v3_RegexMatchAndSubstitute | undefined;
  /** One of `hostRewriteSpecifier`. */
  readonly hostRewrite?: string | undefined;
  readonly appendXForwardedHost?: boolean | undefined;
  readonly timeout?: google_protobuf_Duration | undefined;
  readonly idleTimeout?: google_protobuf_Duration | undefined;
  readonly flushTimeout?: google_protobuf_Duration | undefined;
  readonly earlyDataPolicy?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly retryPolicy?: envoy_config_route_v3_RetryPolicy | undefined;
  readonly retryPolicyTypedConfig?: Any | undefined;
  readonly requestMirrorPolicies?: readonly envoy_config_route_v3_RouteAction_RequestMirrorPolicy[] | undefined;
  readonly priority?: "DEFAULT" | "HIGH" | undefined;
  readonly rateLimits?: readonly envoy_config_route_v3_RateLimit[] | undefined;
  /** @deprecated */
  readonly includeVhRateLimits?: google_protobuf_BoolValue | undefined;
  readonly hashPolicy?: readonly envoy_config_route_v3_RouteAction_HashPolicy[] | undefined;
  /** @deprecated */
  readonly cors?: envoy_config_route_v3_CorsPolicy | undefined;
  /** @deprecated */
  readonly maxGrpcTimeout?: google_protobuf_Duration | undefined;
  /** @deprecated */
  readonly grpcTimeoutOffset?: google_protobuf_Duration | undefined;
  readonly upgradeConfigs?: readonly envoy_config_route_v3_RouteAction_UpgradeConfig[] | undefined;
  readonly internalRedirectPolicy?: envoy_config_route_v3_InternalRedirectPolicy | undefined;
  /** @deprecated */
  readonly internalRedirectAction?: "PASS_THROUGH_INTERNAL_REDIRECT" | "HANDLE_INTERNAL_REDIRECT" | undefined;
  /** @deprecated */
  readonly maxInternalRedirects?: google_protobuf_UInt32Value | undefined;
  readonly hedgePolicy?: envoy_config_route_v3_HedgePolicy | undefined;
  readonly maxStreamDuration?: envoy_config_route_v3_RouteAction_MaxStreamDuration | undefined;
}

interface envoy_config_route_v3_RouteAction_HashPolicy {
  /** One of `policySpecifier`. */
  readonly header?: envoy_config_route_v3_RouteAction_HashPolicy_Header | undefined;
  /** One of `policySpecifier`. */
  readonly cookie?: envoy_config_route_v3_RouteAction_HashPolicy_Cookie | undefined;
  /** One of `policySpecifier`. */
  readonly connectionProperties?: envoy_config_route_v3_RouteAction_HashPolicy_ConnectionProperties | undefined;
  /** One of `policySpecifier`. */
  readonly queryParameter?: envoy_config_route_v3_RouteAction_HashPolicy_QueryParameter | undefined;
  /** One of `policySpecifier`. */
  readonly filterState?: envoy_config_route_v3_RouteAction_HashPolicy_FilterState | undefined;
  readonly terminal?: boolean | undefined;
}

interface envoy_config_route_v3_RouteAction_HashPolicy_ConnectionProperties {
  readonly sourceIp?: boolean | undefined;
}

interface envoy_config_route_v3_RouteAction_HashPolicy_Cookie {
  readonly name?: string | undefined;
  readonly ttl?: google_protobuf_Duration | undefined;
  readonly path?: string | undefined;
  readonly attributes?: readonly envoy_config_route_v3_RouteAction_HashPolicy_CookieAttribute[] | undefined;
}

interface envoy_config_route_v3_RouteAction_HashPolicy_CookieAttribute {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

interface envoy_config_route_v3_RouteAction_HashPolicy_FilterState {
  readonly key?: string | undefined;
}

interface envoy_config_route_v3_RouteAction_HashPolicy_Header {
  readonly headerName?: string | undefined;
  readonly regexRewrite?: envoy_type_matcher_v3_RegexMatchAndSubstitute | undefined;
}

interface envoy_config_route_v3_RouteAction_HashPolicy_QueryParameter {
  readonly name?: string | undefined;
}

interface envoy_config_route_v3_RouteAction_MaxStreamDuration {
  readonly maxStreamDuration?: google_protobuf_Duration | undefined;
  readonly grpcTimeoutHeaderMax?: google_protobuf_Duration | undefined;
  readonly grpcTimeoutHeaderOffset?: google_protobuf_Duration | undefined;
}

interface envoy_config_route_v3_RouteAction_RequestMirrorPolicy {
  readonly cluster?: string | undefined;
  readonly clusterHeader?: string | undefined;
  readonly runtimeFraction?: envoy_config_core_v3_RuntimeFractionalPercent | undefined;
  readonly traceSampled?: google_protobuf_BoolValue | undefined;
  readonly disableShadowHostSuffixAppend?: boolean | undefined;
  readonly requestHeadersMutations?: readonly envoy_config_common_mutation_rules_v3_HeaderMutation[] | undefined;
  readonly hostRewriteLiteral?: string | undefined;
}

interface envoy_config_route_v3_RouteAction_UpgradeConfig {
  readonly upgradeType?: string | undefined;
  readonly enabled?: google_protobuf_BoolValue | undefined;
  readonly connectConfig?: envoy_config_route_v3_RouteAction_UpgradeConfig_ConnectConfig | undefined;
}

interface envoy_config_route_v3_RouteAction_UpgradeConfig_ConnectConfig {
  readonly proxyProtocolConfig?: envoy_config_core_v3_ProxyProtocolConfig | undefined;
  readonly allowPost?: boolean | undefined;
}

interface envoy_config_route_v3_RouteConfiguration {
  readonly name?: string | undefined;
  readonly virtualHosts?: readonly envoy_config_route_v3_VirtualHost[] | undefined;
  readonly vhds?: envoy_config_route_v3_Vhds | undefined;
  readonly internalOnlyHeaders?: readonly string[] | undefined;
  readonly responseHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly responseHeadersToRemove?: readonly string[] | undefined;
  readonly requestHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly requestHeadersToRemove?: readonly string[] | undefined;
  readonly mostSpecificHeaderMutationsWins?: boolean | undefined;
  readonly validateClusters?: google_protobuf_BoolValue | undefined;
  readonly maxDirectResponseBodySizeBytes?: google_protobuf_UInt32Value | undefined;
  readonly clusterSpecifierPlugins?: readonly envoy_config_route_v3_ClusterSpecifierPlugin[] | undefined;
  readonly requestMirrorPolicies?: readonly envoy_config_route_v3_RouteAction_RequestMirrorPolicy[] | undefined;
  readonly ignorePortInHostMatching?: boolean | undefined;
  readonly vhostHeader?: string | undefined;
  readonly ignorePathParametersInPathMatching?: boolean | undefined;
  readonly typedPerFilterConfig?: Readonly<Record<string, Any>> | undefined;
  readonly metadata?: envoy_config_core_v3_Metadata | undefined;
  readonly routeSpecifiers?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
}

interface envoy_config_route_v3_RouteList {
  readonly routes?: readonly envoy_config_route_v3_Route[] | undefined;
}

interface envoy_config_route_v3_RouteMatch {
  /** One of `pathSpecifier`. */
  readonly prefix?: string | undefined;
  /** One of `pathSpecifier`. */
  readonly path?: string | undefined;
  /** One of `pathSpecifier`. */
  readonly safeRegex?: envoy_type_matcher_v3_RegexMatcher | undefined;
  /** One of `pathSpecifier`. */
  readonly connectMatcher?: envoy_config_route_v3_RouteMatch_ConnectMatcher | undefined;
  /** One of `pathSpecifier`. */
  readonly pathSeparatedPrefix?: string | undefined;
  /** One of `pathSpecifier`. */
  readonly pathMatchPolicy?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly caseSensitive?: google_protobuf_BoolValue | undefined;
  readonly runtimeFraction?: envoy_config_core_v3_RuntimeFractionalPercent | undefined;
  readonly headers?: readonly envoy_config_route_v3_HeaderMatcher[] | undefined;
  readonly queryParameters?: readonly envoy_config_route_v3_QueryParameterMatcher[] | undefined;
  readonly cookies?: readonly envoy_config_route_v3_CookieMatcher[] | undefined;
  readonly grpc?: envoy_config_route_v3_RouteMatch_GrpcRouteMatchOptions | undefined;
  readonly tlsContext?: envoy_config_route_v3_RouteMatch_TlsContextMatchOptions | undefined;
  readonly dynamicMetadata?: readonly envoy_type_matcher_v3_MetadataMatcher[] | undefined;
  readonly filterState?: readonly envoy_type_matcher_v3_FilterStateMatcher[] | undefined;
}

interface envoy_config_route_v3_RouteMatch_ConnectMatcher {
}

interface envoy_config_route_v3_RouteMatch_GrpcRouteMatchOptions {
}

interface envoy_config_route_v3_RouteMatch_TlsContextMatchOptions {
  readonly presented?: google_protobuf_BoolValue | undefined;
  readonly validated?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_route_v3_ScopedRouteConfiguration {
  readonly onDemand?: boolean | undefined;
  readonly name?: string | undefined;
  readonly routeConfigurationName?: string | undefined;
  readonly routeConfiguration?: envoy_config_route_v3_RouteConfiguration | undefined;
  readonly key?: envoy_config_route_v3_ScopedRouteConfiguration_Key | undefined;
}

interface envoy_config_route_v3_ScopedRouteConfiguration_Key {
  readonly fragments?: readonly envoy_config_route_v3_ScopedRouteConfiguration_Key_Fragment[] | undefined;
}

interface envoy_config_route_v3_ScopedRouteConfiguration_Key_Fragment {
  /** One of `type`. */
  readonly stringKey?: string | undefined;
}

interface envoy_config_route_v3_Tracing {
  readonly clientSampling?: envoy_type_v3_FractionalPercent | undefined;
  readonly randomSampling?: envoy_type_v3_FractionalPercent | undefined;
  readonly overallSampling?: envoy_type_v3_FractionalPercent | undefined;
  readonly customTags?: readonly envoy_type_tracing_v3_CustomTag[] | undefined;
  readonly operation?: string | undefined;
  readonly upstreamOperation?: string | undefined;
}

interface envoy_config_route_v3_Vhds {
  readonly configSource?: envoy_config_core_v3_ConfigSource | undefined;
}

interface envoy_config_route_v3_VirtualCluster {
  readonly headers?: readonly envoy_config_route_v3_HeaderMatcher[] | undefined;
  readonly name?: string | undefined;
}

interface envoy_config_route_v3_VirtualHost {
  readonly name?: string | undefined;
  readonly domains?: readonly string[] | undefined;
  readonly routes?: readonly envoy_config_route_v3_Route[] | undefined;
  readonly matcher?: xds_type_matcher_v3_Matcher | undefined;
  readonly requireTls?: "NONE" | "EXTERNAL_ONLY" | "ALL" | undefined;
  readonly virtualClusters?: readonly envoy_config_route_v3_VirtualCluster[] | undefined;
  readonly rateLimits?: readonly envoy_config_route_v3_RateLimit[] | undefined;
  readonly requestHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly requestHeadersToRemove?: readonly string[] | undefined;
  readonly responseHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly responseHeadersToRemove?: readonly string[] | undefined;
  /** @deprecated */
  readonly cors?: envoy_config_route_v3_CorsPolicy | undefined;
  readonly typedPerFilterConfig?: Readonly<Record<string, Any>> | undefined;
  readonly includeRequestAttemptCount?: boolean | undefined;
  readonly includeAttemptCountInResponse?: boolean | undefined;
  readonly retryPolicy?: envoy_config_route_v3_RetryPolicy | undefined;
  readonly retryPolicyTypedConfig?: Any | undefined;
  readonly hedgePolicy?: envoy_config_route_v3_HedgePolicy | undefined;
  readonly includeIsTimeoutRetryHeader?: boolean | undefined;
  /** @deprecated */
  readonly perRequestBufferLimitBytes?: google_protobuf_UInt32Value | undefined;
  readonly requestBodyBufferLimit?: google_protobuf_UInt64Value | undefined;
  readonly requestMirrorPolicies?: readonly envoy_config_route_v3_RouteAction_RequestMirrorPolicy[] | undefined;
  readonly metadata?: envoy_config_core_v3_Metadata | undefined;
  readonly routeSpecifiers?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
}

interface envoy_config_route_v3_WeightedCluster {
  readonly clusters?: readonly envoy_config_route_v3_WeightedCluster_ClusterWeight[] | undefined;
  /** @deprecated */
  readonly totalWeight?: google_protobuf_UInt32Value | undefined;
  readonly runtimeKeyPrefix?: string | undefined;
  /** One of `randomValueSpecifier`. */
  readonly headerName?: string | undefined;
  /** One of `randomValueSpecifier`. */
  readonly useHashPolicy?: google_protobuf_BoolValue | undefined;
}

interface envoy_config_route_v3_WeightedCluster_ClusterWeight {
  readonly name?: string | undefined;
  readonly clusterHeader?: string | undefined;
  readonly weight?: google_protobuf_UInt32Value | undefined;
  readonly metadataMatch?: envoy_config_core_v3_Metadata | undefined;
  readonly requestHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly requestHeadersToRemove?: readonly string[] | undefined;
  readonly responseHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly responseHeadersToRemove?: readonly string[] | undefined;
  readonly typedPerFilterConfig?: Readonly<Record<string, Any>> | undefined;
  /** One of `hostRewriteSpecifier`. */
  readonly hostRewriteLiteral?: string | undefined;
}

interface envoy_config_trace_v3_Tracing {
  readonly http?: envoy_config_trace_v3_Tracing_Http | undefined;
}

interface envoy_config_trace_v3_Tracing_Http {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
}

interface envoy_data_accesslog_v3_AccessLogCommon {
  readonly sampleRate?: number | undefined;
  readonly downstreamRemoteAddress?: envoy_config_core_v3_Address | undefined;
  readonly downstreamLocalAddress?: envoy_config_core_v3_Address | undefined;
  readonly tlsProperties?: envoy_data_accesslog_v3_TLSProperties | undefined;
  readonly startTime?: google_protobuf_Timestamp | undefined;
  readonly timeToLastRxByte?: google_protobuf_Duration | undefined;
  readonly timeToFirstUpstreamTxByte?: google_protobuf_Duration | undefined;
  readonly timeToLastUpstreamTxByte?: google_protobuf_Duration | undefined;
  readonly timeToFirstUpstreamRxByte?: google_protobuf_Duration | undefined;
  readonly timeToLastUpstreamRxByte?: google_protobuf_Duration | undefined;
  readonly timeToFirstDownstreamTxByte?: google_protobuf_Duration | undefined;
  readonly timeToLastDownstreamTxByte?: google_protobuf_Duration | undefined;
  readonly upstreamRemoteAddress?: envoy_config_core_v3_Address | undefined;
  readonly upstreamLocalAddress?: envoy_config_core_v3_Address | undefined;
  readonly upstreamCluster?: string | undefined;
  readonly responseFlags?: envoy_data_accesslog_v3_ResponseFlags | undefined;
  readonly metadata?: envoy_config_core_v3_Metadata | undefined;
  readonly upstreamTransportFailureReason?: string | undefined;
  readonly routeName?: string | undefined;
  readonly downstreamDirectRemoteAddress?: envoy_config_core_v3_Address | undefined;
  readonly filterStateObjects?: Readonly<Record<string, Any>> | undefined;
  readonly customTags?: Readonly<Record<string, string>> | undefined;
  readonly duration?: google_protobuf_Duration | undefined;
  readonly upstreamRequestAttemptCount?: number | undefined;
  readonly connectionTerminationDetails?: string | undefined;
  readonly streamId?: string | undefined;
  /** @deprecated */
  readonly intermediateLogEntry?: boolean | undefined;
  readonly downstreamTransportFailureReason?: string | undefined;
  readonly downstreamWireBytesSent?: number | undefined;
  readonly downstreamWireBytesReceived?: number | undefined;
  readonly upstreamWireBytesSent?: number | undefined;
  readonly upstreamWireBytesReceived?: number | undefined;
  readonly accessLogType?: "NotSet" | "TcpUpstreamConnected" | "TcpPeriodic" | "TcpConnectionStart" | "TcpConnectionEnd" | "DownstreamStart" | "DownstreamPeriodic" | "DownstreamEnd" | "UpstreamPoolReady" | "UpstreamPeriodic" | "UpstreamEnd" | "DownstreamTunnelSuccessfullyEstablished" | "UdpTunnelUpstreamConnected" | "UdpPeriodic" | "UdpSessionEnd" | undefined;
}

interface envoy_data_accesslog_v3_ConnectionProperties {
  readonly receivedBytes?: number | undefined;
  readonly sentBytes?: number | undefined;
}

interface envoy_data_accesslog_v3_HTTPAccessLogEntry {
  readonly commonProperties?: envoy_data_accesslog_v3_AccessLogCommon | undefined;
  readonly protocolVersion?: "PROTOCOL_UNSPECIFIED" | "HTTP10" | "HTTP11" | "HTTP2" | "HTTP3" | undefined;
  readonly request?: envoy_data_accesslog_v3_HTTPRequestProperties | undefined;
  readonly response?: envoy_data_accesslog_v3_HTTPResponseProperties | undefined;
}

interface envoy_data_accesslog_v3_HTTPRequestProperties {
  readonly requestMethod?: "METHOD_UNSPECIFIED" | "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH" | undefined;
  readonly scheme?: string | undefined;
  readonly authority?: string | undefined;
  readonly port?: google_protobuf_UInt32Value | undefined;
  readonly path?: string | undefined;
  readonly userAgent?: string | undefined;
  readonly referer?: string | undefined;
  readonly forwardedFor?: string | undefined;
  readonly requestId?: string | undefined;
  readonly originalPath?: string | undefined;
  readonly requestHeadersBytes?: number | undefined;
  readonly requestBodyBytes?: number | undefined;
  readonly requestHeaders?: Readonly<Record<string, string>> | undefined;
  readonly upstreamHeaderBytesSent?: number | undefined;
  readonly downstreamHeaderBytesReceived?: number | undefined;
}

interface envoy_data_accesslog_v3_HTTPResponseProperties {
  readonly responseCode?: google_protobuf_UInt32Value | undefined;
  readonly responseHeadersBytes?: number | undefined;
  readonly responseBodyBytes?: number | undefined;
  readonly responseHeaders?: Readonly<Record<string, string>> | undefined;
  readonly responseTrailers?: Readonly<Record<string, string>> | undefined;
  readonly responseCodeDetails?: string | undefined;
  readonly upstreamHeaderBytesReceived?: number | undefined;
  readonly downstreamHeaderBytesSent?: number | undefined;
}

interface envoy_data_accesslog_v3_ResponseFlags {
  readonly failedLocalHealthcheck?: boolean | undefined;
  readonly noHealthyUpstream?: boolean | undefined;
  readonly upstreamRequestTimeout?: boolean | undefined;
  readonly localReset?: boolean | undefined;
  readonly upstreamRemoteReset?: boolean | undefined;
  readonly upstreamConnectionFailure?: boolean | undefined;
  readonly upstreamConnectionTermination?: boolean | undefined;
  readonly upstreamOverflow?: boolean | undefined;
  readonly noRouteFound?: boolean | undefined;
  readonly delayInjected?: boolean | undefined;
  readonly faultInjected?: boolean | undefined;
  readonly rateLimited?: boolean | undefined;
  readonly unauthorizedDetails?: envoy_data_accesslog_v3_ResponseFlags_Unauthorized | undefined;
  readonly rateLimitServiceError?: boolean | undefined;
  readonly downstreamConnectionTermination?: boolean | undefined;
  readonly upstreamRetryLimitExceeded?: boolean | undefined;
  readonly streamIdleTimeout?: boolean | undefined;
  readonly invalidEnvoyRequestHeaders?: boolean | undefined;
  readonly downstreamProtocolError?: boolean | undefined;
  readonly upstreamMaxStreamDurationReached?: boolean | undefined;
  readonly responseFromCacheFilter?: boolean | undefined;
  readonly noFilterConfigFound?: boolean | undefined;
  readonly durationTimeout?: boolean | undefined;
  readonly upstreamProtocolError?: boolean | undefined;
  readonly noClusterFound?: boolean | undefined;
  readonly overloadManager?: boolean | undefined;
  readonly dnsResolutionFailure?: boolean | undefined;
  readonly downstreamRemoteReset?: boolean | undefined;
}

interface envoy_data_accesslog_v3_ResponseFlags_Unauthorized {
  readonly reason?: "REASON_UNSPECIFIED" | "EXTERNAL_SERVICE" | undefined;
}

interface envoy_data_accesslog_v3_TCPAccessLogEntry {
  readonly commonProperties?: envoy_data_accesslog_v3_AccessLogCommon | undefined;
  readonly connectionProperties?: envoy_data_accesslog_v3_ConnectionProperties | undefined;
}

interface envoy_data_accesslog_v3_TLSProperties {
  readonly tlsVersion?: "VERSION_UNSPECIFIED" | "TLSv1" | "TLSv1_1" | "TLSv1_2" | "TLSv1_3" | undefined;
  readonly tlsCipherSuite?: google_protobuf_UInt32Value | undefined;
  readonly tlsSniHostname?: string | undefined;
  readonly localCertificateProperties?: envoy_data_accesslog_v3_TLSProperties_CertificateProperties | undefined;
  readonly peerCertificateProperties?: envoy_data_accesslog_v3_TLSProperties_CertificateProperties | undefined;
  readonly tlsSessionId?: string | undefined;
  readonly ja3Fingerprint?: string | undefined;
}

interface envoy_data_accesslog_v3_TLSProperties_CertificateProperties {
  readonly subjectAltName?: readonly envoy_data_accesslog_v3_TLSProperties_CertificateProperties_SubjectAltName[] | undefined;
  readonly subject?: string | undefined;
  readonly issuer?: string | undefined;
}

interface envoy_data_accesslog_v3_TLSProperties_CertificateProperties_SubjectAltName {
  /** One of `san`. */
  readonly uri?: string | undefined;
  /** One of `san`. */
  readonly dns?: string | undefined;
}

interface envoy_data_ai_v3_InputTokenDetails {
  readonly cachedTokens?: google_protobuf_UInt64Value | undefined;
  readonly cacheCreationTokens?: google_protobuf_UInt64Value | undefined;
  readonly toolUseTokens?: google_protobuf_UInt64Value | undefined;
}

interface envoy_data_ai_v3_OutputTokenDetails {
  readonly reasoningTokens?: google_protobuf_UInt64Value | undefined;
}

interface envoy_data_ai_v3_RequestInfo {
  readonly inputLlmProtocol?: "LLM_PROTOCOL_UNSPECIFIED" | "OPENAI_CHAT_COMPLETIONS" | "OPENAI_RESPONSES" | "ANTHROPIC_MESSAGES" | "GEMINI_GENERATE_CONTENT" | undefined;
  readonly model?: string | undefined;
  readonly stream?: google_protobuf_BoolValue | undefined;
  readonly maxOutputTokens?: google_protobuf_UInt64Value | undefined;
  readonly messageCount?: google_protobuf_UInt32Value | undefined;
  readonly toolCount?: google_protobuf_UInt32Value | undefined;
  readonly estimatedInputTokens?: google_protobuf_UInt64Value | undefined;
}

interface envoy_data_ai_v3_TokenUsage {
  readonly llmProtocol?: "LLM_PROTOCOL_UNSPECIFIED" | "OPENAI_CHAT_COMPLETIONS" | "OPENAI_RESPONSES" | "ANTHROPIC_MESSAGES" | "GEMINI_GENERATE_CONTENT" | undefined;
  readonly model?: string | undefined;
  readonly inputTokens?: google_protobuf_UInt64Value | undefined;
  readonly outputTokens?: google_protobuf_UInt64Value | undefined;
  readonly totalTokens?: google_protobuf_UInt64Value | undefined;
  readonly inputTokenDetails?: envoy_data_ai_v3_InputTokenDetails | undefined;
  readonly outputTokenDetails?: envoy_data_ai_v3_OutputTokenDetails | undefined;
  readonly providerTotalTokens?: google_protobuf_UInt64Value | undefined;
  readonly extractionStatus?: "EXTRACTION_STATUS_UNSPECIFIED" | "COMPLETE" | "PARTIAL" | "FAILED" | undefined;
}

interface envoy_extensions_access_loggers_file_v3_FileAccessLog {
  readonly path?: string | undefined;
  /** One of `accessLogFormat`. @deprecated */
  readonly format?: string | undefined;
  /** One of `accessLogFormat`. @deprecated */
  readonly jsonFormat?: google_protobuf_Struct | undefined;
  /** One of `accessLogFormat`. @deprecated */
  readonly typedJsonFormat?: google_protobuf_Struct | undefined;
  /** One of `accessLogFormat`. */
  readonly logFormat?: envoy_config_core_v3_SubstitutionFormatString | undefined;
}

interface envoy_extensions_access_loggers_filters_cel_v3_ExpressionFilter {
  readonly expression?: string | undefined;
  readonly celConfig?: envoy_config_core_v3_CelExpressionConfig | undefined;
}

interface envoy_extensions_access_loggers_grpc_v3_CommonGrpcAccessLogConfig {
  readonly logName?: string | undefined;
  readonly grpcService?: envoy_config_core_v3_GrpcService | undefined;
  readonly transportApiVersion?: "AUTO" | "V2" | "V3" | undefined;
  readonly bufferFlushInterval?: google_protobuf_Duration | undefined;
  readonly bufferSizeBytes?: google_protobuf_UInt32Value | undefined;
  readonly filterStateObjectsToLog?: readonly string[] | undefined;
  readonly grpcStreamRetryPolicy?: envoy_config_core_v3_RetryPolicy | undefined;
  readonly customTags?: readonly envoy_type_tracing_v3_CustomTag[] | undefined;
}

interface envoy_extensions_access_loggers_grpc_v3_HttpGrpcAccessLogConfig {
  readonly commonConfig?: envoy_extensions_access_loggers_grpc_v3_CommonGrpcAccessLogConfig | undefined;
  readonly additionalRequestHeadersToLog?: readonly string[] | undefined;
  readonly additionalResponseHeadersToLog?: readonly string[] | undefined;
  readonly additionalResponseTrailersToLog?: readonly string[] | undefined;
}

interface envoy_extensions_access_loggers_grpc_v3_TcpGrpcAccessLogConfig {
  readonly commonConfig?: envoy_extensions_access_loggers_grpc_v3_CommonGrpcAccessLogConfig | undefined;
}

interface envoy_extensions_access_loggers_stats_v3_Config {
  /** @deprecated */
  readonly statPrefix?: string | undefined;
  readonly statsScope?: envoy_type_v3_Scope | undefined;
  readonly histograms?: readonly envoy_extensions_access_loggers_stats_v3_Config_Histogram[] | undefined;
  readonly counters?: readonly envoy_extensions_access_loggers_stats_v3_Config_Counter[] | undefined;
  readonly gauges?: readonly envoy_extensions_access_loggers_stats_v3_Config_Gauge[] | undefined;
}

interface envoy_extensions_access_loggers_stats_v3_Config_Counter {
  readonly stat?: envoy_extensions_access_loggers_stats_v3_Config_Stat | undefined;
  readonly valueFormat?: string | undefined;
  readonly valueFixed?: google_protobuf_UInt64Value | undefined;
}

interface envoy_extensions_access_loggers_stats_v3_Config_Gauge {
  readonly stat?: envoy_extensions_access_loggers_stats_v3_Config_Stat | undefined;
  readonly valueFormat?: string | undefined;
  readonly valueFixed?: google_protobuf_UInt64Value | undefined;
  readonly addSubtract?: envoy_extensions_access_loggers_stats_v3_Config_Gauge_PairedAddSubtract | undefined;
  readonly set?: envoy_extensions_access_loggers_stats_v3_Config_Gauge_Set | undefined;
}

interface envoy_extensions_access_loggers_stats_v3_Config_Gauge_PairedAddSubtract {
  readonly addLogType?: "NotSet" | "TcpUpstreamConnected" | "TcpPeriodic" | "TcpConnectionStart" | "TcpConnectionEnd" | "DownstreamStart" | "DownstreamPeriodic" | "DownstreamEnd" | "UpstreamPoolReady" | "UpstreamPeriodic" | "UpstreamEnd" | "DownstreamTunnelSuccessfullyEstablished" | "UdpTunnelUpstreamConnected" | "UdpPeriodic" | "UdpSessionEnd" | undefined;
  readonly subLogType?: "NotSet" | "TcpUpstreamConnected" | "TcpPeriodic" | "TcpConnectionStart" | "TcpConnectionEnd" | "DownstreamStart" | "DownstreamPeriodic" | "DownstreamEnd" | "UpstreamPoolReady" | "UpstreamPeriodic" | "UpstreamEnd" | "DownstreamTunnelSuccessfullyEstablished" | "UdpTunnelUpstreamConnected" | "UdpPeriodic" | "UdpSessionEnd" | undefined;
}

interface envoy_extensions_access_loggers_stats_v3_Config_Gauge_Set {
  readonly logType?: "NotSet" | "TcpUpstreamConnected" | "TcpPeriodic" | "TcpConnectionStart" | "TcpConnectionEnd" | "DownstreamStart" | "DownstreamPeriodic" | "DownstreamEnd" | "UpstreamPoolReady" | "UpstreamPeriodic" | "UpstreamEnd" | "DownstreamTunnelSuccessfullyEstablished" | "UdpTunnelUpstreamConnected" | "UdpPeriodic" | "UdpSessionEnd" | undefined;
}

interface envoy_extensions_access_loggers_stats_v3_Config_Histogram {
  readonly stat?: envoy_extensions_access_loggers_stats_v3_Config_Stat | undefined;
  readonly unit?: "Unspecified" | "Bytes" | "Microseconds" | "Milliseconds" | "Percent" | undefined;
  readonly valueFormat?: string | undefined;
}

interface envoy_extensions_access_loggers_stats_v3_Config_Stat {
  readonly name?: string | undefined;
  readonly tags?: readonly envoy_extensions_access_loggers_stats_v3_Config_Tag[] | undefined;
}

interface envoy_extensions_access_loggers_stats_v3_Config_Tag {
  readonly name?: string | undefined;
  readonly valueFormat?: string | undefined;
  readonly rules?: xds_type_matcher_v3_Matcher | undefined;
}

interface envoy_extensions_access_loggers_stream_v3_StderrAccessLog {
  /** One of `accessLogFormat`. */
  readonly logFormat?: envoy_config_core_v3_SubstitutionFormatString | undefined;
}

interface envoy_extensions_access_loggers_stream_v3_StdoutAccessLog {
  /** One of `accessLogFormat`. */
  readonly logFormat?: envoy_config_core_v3_SubstitutionFormatString | undefined;
}

interface envoy_extensions_clusters_aggregate_v3_AggregateClusterResource {
  readonly configSource?: envoy_config_core_v3_ConfigSource | undefined;
  readonly resourceName?: string | undefined;
}

interface envoy_extensions_clusters_aggregate_v3_ClusterConfig {
  readonly clusters?: readonly string[] | undefined;
}

interface envoy_extensions_common_matching_v3_ExtensionWithMatcher {
  /** @deprecated */
  readonly matcher?: envoy_config_common_matcher_v3_Matcher | undefined;
  readonly xdsMatcher?: xds_type_matcher_v3_Matcher | undefined;
  readonly extensionConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_extensions_common_matching_v3_ExtensionWithMatcherPerRoute {
  readonly xdsMatcher?: xds_type_matcher_v3_Matcher | undefined;
}

interface envoy_extensions_common_ratelimit_v3_LocalClusterRateLimit {
}

interface envoy_extensions_common_ratelimit_v3_LocalRateLimitDescriptor {
  readonly entries?: readonly envoy_extensions_common_ratelimit_v3_RateLimitDescriptor_Entry[] | undefined;
  readonly tokenBucket?: envoy_type_v3_TokenBucket | undefined;
  readonly shadowMode?: boolean | undefined;
}

interface envoy_extensions_common_ratelimit_v3_RateLimitDescriptor {
  readonly entries?: readonly envoy_extensions_common_ratelimit_v3_RateLimitDescriptor_Entry[] | undefined;
  readonly limit?: envoy_extensions_common_ratelimit_v3_RateLimitDescriptor_RateLimitOverride | undefined;
  readonly hitsAddend?: google_protobuf_UInt64Value | undefined;
  readonly isNegativeHits?: boolean | undefined;
}

interface envoy_extensions_common_ratelimit_v3_RateLimitDescriptor_Entry {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}

interface envoy_extensions_common_ratelimit_v3_RateLimitDescriptor_RateLimitOverride {
  readonly requestsPerUnit?: number | undefined;
  readonly unit?: "UNKNOWN" | "SECOND" | "MINUTE" | "HOUR" | "DAY" | "MONTH" | "YEAR" | undefined;
  readonly unitMultiplier?: google_protobuf_UInt32Value | undefined;
}

interface envoy_extensions_compression_gzip_compressor_v3_Gzip {
  readonly memoryLevel?: google_protobuf_UInt32Value | undefined;
  readonly compressionLevel?: "DEFAULT_COMPRESSION" | "BEST_SPEED" | "COMPRESSION_LEVEL_1" | "COMPRESSION_LEVEL_2" | "COMPRESSION_LEVEL_3" | "COMPRESSION_LEVEL_4" | "COMPRESSION_LEVEL_5" | "COMPRESSION_LEVEL_6" | "COMPRESSION_LEVEL_7" | "COMPRESSION_LEVEL_8" | "COMPRESSION_LEVEL_9" | "BEST_COMPRESSION" | undefined;
  readonly compressionStrategy?: "DEFAULT_STRATEGY" | "FILTERED" | "HUFFMAN_ONLY" | "RLE" | "FIXED" | undefined;
  readonly windowBits?: google_protobuf_UInt32Value | undefined;
  readonly chunkSize?: google_protobuf_UInt32Value | undefined;
}

interface envoy_extensions_compression_gzip_decompressor_v3_Gzip {
  readonly windowBits?: google_protobuf_UInt32Value | undefined;
  readonly chunkSize?: google_protobuf_UInt32Value | undefined;
  readonly maxInflateRatio?: google_protobuf_UInt32Value | undefined;
}

interface envoy_extensions_content_parsers_json_v3_JsonContentParser {
  readonly rules?: readonly envoy_extensions_content_parsers_json_v3_JsonContentParser_RuleConfig[] | undefined;
}

interface envoy_extensions_content_parsers_json_v3_JsonContentParser_RuleConfig {
  readonly rule?: envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_Rule | undefined;
  readonly stopProcessingAfterMatches?: number | undefined;
}

interface envoy_extensions_filters_common_matcher_action_v3_SkipFilter {
}

interface envoy_extensions_filters_common_set_filter_state_v3_FilterStateValue {
  /** One of `key`. */
  readonly objectKey?: string | undefined;
  readonly factoryKey?: string | undefined;
  /** One of `value`. */
  readonly formatString?: envoy_config_core_v3_SubstitutionFormatString | undefined;
  /** @deprecated */
  readonly readOnly?: boolean | undefined;
  readonly sharedWithUpstream?: "NONE" | "ONCE" | "TRANSITIVE" | undefined;
  readonly skipIfEmpty?: boolean | undefined;
}

interface envoy_extensions_filters_http_ai_protocol_manager_v3_AiProtocolManager {
  readonly requestHandling?: envoy_extensions_filters_http_ai_protocol_manager_v3_RequestHandling | undefined;
  readonly responseHandling?: envoy_extensions_filters_http_ai_protocol_manager_v3_ResponseHandling | undefined;
  readonly filters?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
}

interface envoy_extensions_filters_http_ai_protocol_manager_v3_AiProtocolManagerPerRoute {
  readonly request?: envoy_extensions_filters_http_ai_protocol_manager_v3_RequestPerRoute | undefined;
  readonly response?: envoy_extensions_filters_http_ai_protocol_manager_v3_ResponsePerRoute | undefined;
}

interface envoy_extensions_filters_http_ai_protocol_manager_v3_RequestHandling {
  readonly parseUnconfiguredRoutes?: boolean | undefined;
  readonly limits?: envoy_extensions_filters_http_ai_protocol_manager_v3_RequestParsingLimits | undefined;
  readonly reserializeBody?: "ALWAYS" | "DISABLE" | undefined;
}

interface envoy_extensions_filters_http_ai_protocol_manager_v3_RequestParsingLimits {
  readonly inlineStringThresholdBytes?: google_protobuf_UInt32Value | undefined;
}

interface envoy_extensions_filters_http_ai_protocol_manager_v3_RequestPerRoute {
  readonly llmProtocol?: "LLM_PROTOCOL_UNSPECIFIED" | "OPENAI_CHAT_COMPLETIONS" | "OPENAI_RESPONSES" | "ANTHROPIC_MESSAGES" | "GEMINI_GENERATE_CONTENT" | undefined;
}

interface envoy_extensions_filters_http_ai_protocol_manager_v3_ResponseHandling {
  readonly tokenUsage?: envoy_extensions_filters_http_ai_protocol_manager_v3_TokenUsageExtraction | undefined;
}

interface envoy_extensions_filters_http_ai_protocol_manager_v3_ResponsePerRoute {
  readonly llmProtocol?: "LLM_PROTOCOL_UNSPECIFIED" | "OPENAI_CHAT_COMPLETIONS" | "OPENAI_RESPONSES" | "ANTHROPIC_MESSAGES" | "GEMINI_GENERATE_CONTENT" | undefined;
}

interface envoy_extensions_filters_http_ai_protocol_manager_v3_TokenUsageExtraction {
  readonly includeUnconfiguredRoutes?: boolean | undefined;
  readonly defaultLlmProtocol?: "LLM_PROTOCOL_UNSPECIFIED" | "OPENAI_CHAT_COMPLETIONS" | "OPENAI_RESPONSES" | "ANTHROPIC_MESSAGES" | "GEMINI_GENERATE_CONTENT" | undefined;
  readonly metadataNamespace?: string | undefined;
  readonly limits?: envoy_extensions_filters_http_ai_protocol_manager_v3_TokenUsageExtractionLimits | undefined;
  readonly usageSignal?: "USAGE_SIGNAL_UNSPECIFIED" | "SYNTHESIZE_TRAILERS" | undefined;
}

interface envoy_extensions_filters_http_ai_protocol_manager_v3_TokenUsageExtractionLimits {
  readonly maxSseEventSize?: google_protobuf_UInt32Value | undefined;
  readonly maxJsonBodySize?: google_protobuf_UInt32Value | undefined;
  readonly maxParsedSseEvents?: google_protobuf_UInt32Value | undefined;
}

interface envoy_extensions_filters_http_api_key_auth_v3_ApiKeyAuth {
  readonly credentials?: readonly envoy_extensions_filters_http_api_key_auth_v3_Credential[] | undefined;
  readonly keySources?: readonly envoy_extensions_filters_http_api_key_auth_v3_KeySource[] | undefined;
  readonly forwarding?: envoy_extensions_filters_http_api_key_auth_v3_Forwarding | undefined;
}

interface envoy_extensions_filters_http_api_key_auth_v3_ApiKeyAuthPerRoute {
  readonly credentials?: readonly envoy_extensions_filters_http_api_key_auth_v3_Credential[] | undefined;
  readonly keySources?: readonly envoy_extensions_filters_http_api_key_auth_v3_KeySource[] | undefined;
  readonly allowedClients?: readonly string[] | undefined;
  readonly forwarding?: envoy_extensions_filters_http_api_key_auth_v3_Forwarding | undefined;
}

interface envoy_extensions_filters_http_api_key_auth_v3_Credential {
  readonly key?: string | undefined;
  readonly client?: string | undefined;
}

interface envoy_extensions_filters_http_api_key_auth_v3_Forwarding {
  readonly header?: string | undefined;
  readonly hideCredentials?: boolean | undefined;
}

interface envoy_extensions_filters_http_api_key_auth_v3_KeySource {
  readonly header?: string | undefined;
  readonly query?: string | undefined;
  readonly cookie?: string | undefined;
}

interface envoy_extensions_filters_http_buffer_v3_Buffer {
  readonly maxRequestBytes?: google_protobuf_UInt32Value | undefined;
}

interface envoy_extensions_filters_http_buffer_v3_BufferPerRoute {
  /** One of `override`. */
  readonly disabled?: boolean | undefined;
  /** One of `override`. */
  readonly buffer?: envoy_extensions_filters_http_buffer_v3_Buffer | undefined;
}

interface envoy_extensions_filters_http_composite_v3_Composite {
  readonly namedFilterChains?: Readonly<Record<string, envoy_extensions_filters_http_composite_v3_FilterChainConfiguration>> | undefined;
  readonly matcher?: xds_type_matcher_v3_Matcher | undefined;
}

interface envoy_extensions_filters_http_composite_v3_CompositePerRoute {
  readonly matcher?: xds_type_matcher_v3_Matcher | undefined;
}

interface envoy_extensions_filters_http_composite_v3_DynamicConfig {
  readonly name?: string | undefined;
  readonly configDiscovery?: envoy_config_core_v3_ExtensionConfigSource | undefined;
}

interface envoy_extensions_filters_http_composite_v3_ExecuteFilterAction {
  readonly typedConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly dynamicConfig?: envoy_extensions_filters_http_composite_v3_DynamicConfig | undefined;
  readonly filterChain?: envoy_extensions_filters_http_composite_v3_FilterChainConfiguration | undefined;
  readonly filterChainName?: string | undefined;
  readonly samplePercent?: envoy_config_core_v3_RuntimeFractionalPercent | undefined;
}

interface envoy_extensions_filters_http_composite_v3_FilterChainConfiguration {
  readonly typedConfig?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
}

interface envoy_extensions_filters_http_compressor_v3_Compressor {
  /** @deprecated */
  readonly contentLength?: google_protobuf_UInt32Value | undefined;
  /** @deprecated */
  readonly contentType?: readonly string[] | undefined;
  /** @deprecated */
  readonly disableOnEtagHeader?: boolean | undefined;
  /** @deprecated */
  readonly removeAcceptEncodingHeader?: boolean | undefined;
  /** @deprecated */
  readonly runtimeEnabled?: envoy_config_core_v3_RuntimeFeatureFlag | undefined;
  readonly compressorLibrary?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly requestDirectionConfig?: envoy_extensions_filters_http_compressor_v3_Compressor_RequestDirectionConfig | undefined;
  readonly responseDirectionConfig?: envoy_extensions_filters_http_compressor_v3_Compressor_ResponseDirectionConfig | undefined;
  readonly chooseFirst?: boolean | undefined;
}

interface envoy_extensions_filters_http_compressor_v3_Compressor_CommonDirectionConfig {
  readonly enabled?: envoy_config_core_v3_RuntimeFeatureFlag | undefined;
  readonly minContentLength?: google_protobuf_UInt32Value | undefined;
  /** @deprecated */
  readonly contentType?: readonly string[] | undefined;
  readonly contentTypeMatcher?: readonly envoy_type_matcher_v3_StringMatcher[] | undefined;
}

interface envoy_extensions_filters_http_compressor_v3_Compressor_RequestDirectionConfig {
  readonly commonConfig?: envoy_extensions_filters_http_compressor_v3_Compressor_CommonDirectionConfig | undefined;
}

interface envoy_extensions_filters_http_compressor_v3_Compressor_ResponseDirectionConfig {
  readonly commonConfig?: envoy_extensions_filters_http_compressor_v3_Compressor_CommonDirectionConfig | undefined;
  readonly disableOnEtagHeader?: boolean | undefined;
  readonly weakenEtagOnCompress?: boolean | undefined;
  readonly removeAcceptEncodingHeader?: boolean | undefined;
  readonly uncompressibleResponseCodes?: readonly number[] | undefined;
  readonly statusHeaderEnabled?: boolean | undefined;
}

interface envoy_extensions_filters_http_compressor_v3_CompressorOverrides {
  readonly responseDirectionConfig?: envoy_extensions_filters_http_compressor_v3_ResponseDirectionOverrides | undefined;
  readonly compressorLibrary?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_extensions_filters_http_compressor_v3_CompressorPerRoute {
  /** One of `override`. */
  readonly disabled?: boolean | undefined;
  /** One of `override`. */
  readonly overrides?: envoy_extensions_filters_http_compressor_v3_CompressorOverrides | undefined;
}

interface envoy_extensions_filters_http_compressor_v3_ResponseDirectionOverrides {
  readonly removeAcceptEncodingHeader?: google_protobuf_BoolValue | undefined;
}

interface envoy_extensions_filters_http_credential_injector_v3_CredentialInjector {
  readonly overwrite?: boolean | undefined;
  readonly allowRequestWithoutCredential?: boolean | undefined;
  readonly credential?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_extensions_filters_http_decompressor_v3_Decompressor {
  readonly decompressorLibrary?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly requestDirectionConfig?: envoy_extensions_filters_http_decompressor_v3_Decompressor_RequestDirectionConfig | undefined;
  readonly responseDirectionConfig?: envoy_extensions_filters_http_decompressor_v3_Decompressor_ResponseDirectionConfig | undefined;
}

interface envoy_extensions_filters_http_decompressor_v3_Decompressor_CommonDirectionConfig {
  readonly enabled?: envoy_config_core_v3_RuntimeFeatureFlag | undefined;
  readonly ignoreNoTransformHeader?: boolean | undefined;
}

interface envoy_extensions_filters_http_decompressor_v3_Decompressor_RequestDirectionConfig {
  readonly commonConfig?: envoy_extensions_filters_http_decompressor_v3_Decompressor_CommonDirectionConfig | undefined;
  readonly advertiseAcceptEncoding?: google_protobuf_BoolValue | undefined;
}

interface envoy_extensions_filters_http_decompressor_v3_Decompressor_ResponseDirectionConfig {
  readonly commonConfig?: envoy_extensions_filters_http_decompressor_v3_Decompressor_CommonDirectionConfig | undefined;
}

interface envoy_extensions_filters_http_header_mutation_v3_HeaderMutation {
  readonly mutations?: envoy_extensions_filters_http_header_mutation_v3_Mutations | undefined;
  readonly mostSpecificHeaderMutationsWins?: boolean | undefined;
}

interface envoy_extensions_filters_http_header_mutation_v3_HeaderMutationPerRoute {
  readonly mutations?: envoy_extensions_filters_http_header_mutation_v3_Mutations | undefined;
}

interface envoy_extensions_filters_http_header_mutation_v3_Mutations {
  readonly requestMutations?: readonly envoy_config_common_mutation_rules_v3_HeaderMutation[] | undefined;
  readonly queryParameterMutations?: readonly envoy_config_core_v3_KeyValueMutation[] | undefined;
  readonly responseMutations?: readonly envoy_config_common_mutation_rules_v3_HeaderMutation[] | undefined;
  readonly responseTrailersMutations?: readonly envoy_config_common_mutation_rules_v3_HeaderMutation[] | undefined;
  readonly requestTrailersMutations?: readonly envoy_config_common_mutation_rules_v3_HeaderMutation[] | undefined;
  readonly formatters?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
}

interface envoy_extensions_filters_http_header_to_metadata_v3_Config {
  readonly requestRules?: readonly envoy_extensions_filters_http_header_to_metadata_v3_Config_Rule[] | undefined;
  readonly responseRules?: readonly envoy_extensions_filters_http_header_to_metadata_v3_Config_Rule[] | undefined;
  readonly statPrefix?: string | undefined;
}

interface envoy_extensions_filters_http_header_to_metadata_v3_Config_KeyValuePair {
  readonly metadataNamespace?: string | undefined;
  readonly key?: string | undefined;
  readonly value?: string | undefined;
  readonly regexValueRewrite?: envoy_type_matcher_v3_RegexMatchAndSubstitute | undefined;
  readonly type?: "STRING" | "NUMBER" | "PROTOBUF_VALUE" | undefined;
  readonly encode?: "NONE" | "BASE64" | undefined;
}

interface envoy_extensions_filters_http_header_to_metadata_v3_Config_Rule {
  readonly header?: string | undefined;
  readonly cookie?: string | undefined;
  readonly onHeaderPresent?: envoy_extensions_filters_http_header_to_metadata_v3_Config_KeyValuePair | undefined;
  readonly onHeaderMissing?: envoy_extensions_filters_http_header_to_metadata_v3_Config_KeyValuePair | undefined;
  readonly remove?: boolean | undefined;
}

interface envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata {
  readonly requestRules?: envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_MatchRules | undefined;
  readonly responseRules?: envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_MatchRules | undefined;
}

interface envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_KeyValuePair {
  readonly metadataNamespace?: string | undefined;
  readonly key?: string | undefined;
  /** One of `valueType`. */
  readonly value?: google_protobuf_Value | undefined;
  readonly type?: "PROTOBUF_VALUE" | "STRING" | "NUMBER" | undefined;
  readonly preserveExistingMetadataValue?: boolean | undefined;
}

interface envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_MatchRules {
  readonly rules?: readonly envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_Rule[] | undefined;
  readonly allowContentTypes?: readonly string[] | undefined;
  readonly allowEmptyContentType?: boolean | undefined;
  readonly allowContentTypesRegex?: envoy_type_matcher_v3_RegexMatcher | undefined;
}

interface envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_Rule {
  readonly selectors?: readonly envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_Selector[] | undefined;
  readonly onPresent?: envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_KeyValuePair | undefined;
  readonly onMissing?: envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_KeyValuePair | undefined;
  readonly onError?: envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_KeyValuePair | undefined;
}

interface envoy_extensions_filters_http_json_to_metadata_v3_JsonToMetadata_Selector {
  /** One of `selector`. */
  readonly key?: string | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_ExtractOnlyWithoutValidation {
  readonly verificationStatusHeader?: string | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_FilterStateRule {
  readonly name?: string | undefined;
  readonly requires?: Readonly<Record<string, envoy_extensions_filters_http_jwt_authn_v3_JwtRequirement>> | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_JwksAsyncFetch {
  readonly fastListener?: boolean | undefined;
  readonly failedRefetchDuration?: google_protobuf_Duration | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_JwtAuthentication {
  readonly providers?: Readonly<Record<string, envoy_extensions_filters_http_jwt_authn_v3_JwtProvider>> | undefined;
  readonly rules?: readonly envoy_extensions_filters_http_jwt_authn_v3_RequirementRule[] | undefined;
  readonly filterStateRules?: envoy_extensions_filters_http_jwt_authn_v3_FilterStateRule | undefined;
  readonly bypassCorsPreflight?: boolean | undefined;
  readonly requirementMap?: Readonly<Record<string, envoy_extensions_filters_http_jwt_authn_v3_JwtRequirement>> | undefined;
  readonly stripFailureResponse?: boolean | undefined;
  readonly statPrefix?: string | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_JwtCacheConfig {
  readonly jwtCacheSize?: number | undefined;
  readonly jwtMaxTokenSize?: number | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_JwtClaimToHeader {
  readonly headerName?: string | undefined;
  readonly claimName?: string | undefined;
  readonly claimPath?: readonly envoy_extensions_filters_http_jwt_authn_v3_JwtClaimToHeader_PathSegment[] | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_JwtClaimToHeader_PathSegment {
  readonly key?: string | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_JwtHeader {
  readonly name?: string | undefined;
  readonly valuePrefix?: string | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_JwtProvider {
  readonly issuer?: string | undefined;
  readonly audiences?: readonly string[] | undefined;
  readonly subjects?: envoy_type_matcher_v3_StringMatcher | undefined;
  readonly requireExpiration?: boolean | undefined;
  readonly maxLifetime?: google_protobuf_Duration | undefined;
  /** One of `jwksSourceSpecifier`. */
  readonly remoteJwks?: envoy_extensions_filters_http_jwt_authn_v3_RemoteJwks | undefined;
  /** One of `jwksSourceSpecifier`. */
  readonly localJwks?: envoy_config_core_v3_DataSource | undefined;
  readonly forward?: boolean | undefined;
  readonly fromHeaders?: readonly envoy_extensions_filters_http_jwt_authn_v3_JwtHeader[] | undefined;
  readonly fromParams?: readonly string[] | undefined;
  readonly fromCookies?: readonly string[] | undefined;
  readonly forwardPayloadHeader?: string | undefined;
  readonly padForwardPayloadHeader?: boolean | undefined;
  readonly payloadInMetadata?: string | undefined;
  readonly normalizePayloadInMetadata?: envoy_extensions_filters_http_jwt_authn_v3_JwtProvider_NormalizePayload | undefined;
  readonly headerInMetadata?: string | undefined;
  readonly failedStatusInMetadata?: string | undefined;
  readonly clockSkewSeconds?: number | undefined;
  readonly jwtCacheConfig?: envoy_extensions_filters_http_jwt_authn_v3_JwtCacheConfig | undefined;
  readonly claimToHeaders?: readonly envoy_extensions_filters_http_jwt_authn_v3_JwtClaimToHeader[] | undefined;
  readonly clearRouteCache?: boolean | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_JwtProvider_NormalizePayload {
  readonly spaceDelimitedClaims?: readonly string[] | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_JwtRequirement {
  /** One of `requiresType`. */
  readonly providerName?: string | undefined;
  /** One of `requiresType`. */
  readonly providerAndAudiences?: envoy_extensions_filters_http_jwt_authn_v3_ProviderWithAudiences | undefined;
  /** One of `requiresType`. */
  readonly requiresAny?: envoy_extensions_filters_http_jwt_authn_v3_JwtRequirementOrList | undefined;
  /** One of `requiresType`. */
  readonly requiresAll?: envoy_extensions_filters_http_jwt_authn_v3_JwtRequirementAndList | undefined;
  /** One of `requiresType`. */
  readonly allowMissingOrFailed?: google_protobuf_Empty | undefined;
  /** One of `requiresType`. */
  readonly allowMissing?: google_protobuf_Empty | undefined;
  /** One of `requiresType`. */
  readonly extractOnlyWithoutValidation?: envoy_extensions_filters_http_jwt_authn_v3_ExtractOnlyWithoutValidation | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_JwtRequirementAndList {
  readonly requirements?: readonly envoy_extensions_filters_http_jwt_authn_v3_JwtRequirement[] | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_JwtRequirementOrList {
  readonly requirements?: readonly envoy_extensions_filters_http_jwt_authn_v3_JwtRequirement[] | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_PerRouteConfig {
  /** One of `requirementSpecifier`. */
  readonly disabled?: boolean | undefined;
  /** One of `requirementSpecifier`. */
  readonly requirementName?: string | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_ProviderWithAudiences {
  readonly providerName?: string | undefined;
  readonly audiences?: readonly string[] | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_RemoteJwks {
  readonly httpUri?: envoy_config_core_v3_HttpUri | undefined;
  readonly cacheDuration?: google_protobuf_Duration | undefined;
  readonly asyncFetch?: envoy_extensions_filters_http_jwt_authn_v3_JwksAsyncFetch | undefined;
  readonly retryPolicy?: envoy_config_core_v3_RetryPolicy | undefined;
}

interface envoy_extensions_filters_http_jwt_authn_v3_RequirementRule {
  readonly match?: envoy_config_route_v3_RouteMatch | undefined;
  /** One of `requirementType`. */
  readonly requires?: envoy_extensions_filters_http_jwt_authn_v3_JwtRequirement | undefined;
  /** One of `requirementType`. */
  readonly requirementName?: string | undefined;
}

interface envoy_extensions_filters_http_local_ratelimit_v3_LocalRateLimit {
  readonly statPrefix?: string | undefined;
  readonly status?: envoy_type_v3_HttpStatus | undefined;
  readonly tokenBucket?: envoy_type_v3_TokenBucket | undefined;
  readonly filterEnabled?: envoy_config_core_v3_RuntimeFractionalPercent | undefined;
  readonly filterEnforced?: envoy_config_core_v3_RuntimeFractionalPercent | undefined;
  readonly requestHeadersToAddWhenNotEnforced?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly responseHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly descriptors?: readonly envoy_extensions_common_ratelimit_v3_LocalRateLimitDescriptor[] | undefined;
  readonly stage?: number | undefined;
  readonly localRateLimitPerDownstreamConnection?: boolean | undefined;
  readonly localClusterRateLimit?: envoy_extensions_common_ratelimit_v3_LocalClusterRateLimit | undefined;
  readonly enableXRatelimitHeaders?: "OFF" | "DRAFT_VERSION_03" | undefined;
  readonly vhRateLimits?: "OVERRIDE" | "INCLUDE" | "IGNORE" | undefined;
  readonly alwaysConsumeDefaultTokenBucket?: google_protobuf_BoolValue | undefined;
  readonly rateLimitedAsResourceExhausted?: boolean | undefined;
  readonly rateLimits?: readonly envoy_config_route_v3_RateLimit[] | undefined;
  readonly maxDynamicDescriptors?: google_protobuf_UInt32Value | undefined;
  readonly enableRetryAfterHeader?: boolean | undefined;
}

interface envoy_extensions_filters_http_lua_v3_Lua {
  /** @deprecated */
  readonly inlineCode?: string | undefined;
  readonly sourceCodes?: Readonly<Record<string, envoy_config_core_v3_DataSource>> | undefined;
  readonly defaultSourceCode?: envoy_config_core_v3_DataSource | undefined;
  readonly statPrefix?: string | undefined;
  readonly clearRouteCache?: google_protobuf_BoolValue | undefined;
  readonly filterContext?: google_protobuf_Struct | undefined;
  readonly packagePaths?: readonly string[] | undefined;
  readonly packageCpaths?: readonly string[] | undefined;
  readonly sharedVmId?: string | undefined;
}

interface envoy_extensions_filters_http_lua_v3_LuaPerRoute {
  /** One of `override`. */
  readonly disabled?: boolean | undefined;
  /** One of `override`. */
  readonly name?: string | undefined;
  /** One of `override`. */
  readonly sourceCode?: envoy_config_core_v3_DataSource | undefined;
  readonly filterContext?: google_protobuf_Struct | undefined;
  readonly packagePaths?: readonly string[] | undefined;
  readonly packageCpaths?: readonly string[] | undefined;
  readonly sharedVmId?: string | undefined;
}

interface envoy_extensions_filters_http_ratelimit_v3_RateLimit {
  readonly domain?: string | undefined;
  readonly stage?: number | undefined;
  readonly requestType?: string | undefined;
  readonly timeout?: google_protobuf_Duration | undefined;
  readonly failureModeDeny?: boolean | undefined;
  readonly rateLimitedAsResourceExhausted?: boolean | undefined;
  readonly rateLimitService?: envoy_config_ratelimit_v3_RateLimitServiceConfig | undefined;
  readonly enableXRatelimitHeaders?: "OFF" | "DRAFT_VERSION_03" | undefined;
  readonly disableXEnvoyRatelimitedHeader?: boolean | undefined;
  readonly rateLimitedStatus?: envoy_type_v3_HttpStatus | undefined;
  readonly responseHeadersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
  readonly statusOnError?: envoy_type_v3_HttpStatus | undefined;
  readonly statPrefix?: string | undefined;
  readonly filterEnabled?: envoy_config_core_v3_RuntimeFractionalPercent | undefined;
  readonly filterEnforced?: envoy_config_core_v3_RuntimeFractionalPercent | undefined;
  readonly failureModeDenyPercent?: envoy_config_core_v3_RuntimeFractionalPercent | undefined;
  readonly rateLimits?: readonly envoy_config_route_v3_RateLimit[] | undefined;
  readonly metadataNamespace?: string | undefined;
  readonly enableRetryAfterHeader?: boolean | undefined;
}

interface envoy_extensions_filters_http_ratelimit_v3_RateLimitPerRoute {
  readonly vhRateLimits?: "OVERRIDE" | "INCLUDE" | "IGNORE" | undefined;
  readonly overrideOption?: "DEFAULT" | "OVERRIDE_POLICY" | "INCLUDE_POLICY" | "IGNORE_POLICY" | undefined;
  readonly rateLimits?: readonly envoy_config_route_v3_RateLimit[] | undefined;
  readonly domain?: string | undefined;
}

interface envoy_extensions_filters_http_rbac_v3_RBAC {
  readonly rules?: envoy_config_rbac_v3_RBAC | undefined;
  readonly rulesStatPrefix?: string | undefined;
  readonly matcher?: xds_type_matcher_v3_Matcher | undefined;
  readonly shadowRules?: envoy_config_rbac_v3_RBAC | undefined;
  readonly shadowMatcher?: xds_type_matcher_v3_Matcher | undefined;
  readonly shadowRulesStatPrefix?: string | undefined;
  readonly trackPerRuleStats?: boolean | undefined;
}

interface envoy_extensions_filters_http_rbac_v3_RBACPerRoute {
  readonly rbac?: envoy_extensions_filters_http_rbac_v3_RBAC | undefined;
}

interface envoy_extensions_filters_http_router_v3_Router {
  readonly dynamicStats?: google_protobuf_BoolValue | undefined;
  /** @deprecated */
  readonly startChildSpan?: boolean | undefined;
  readonly upstreamLog?: readonly envoy_config_accesslog_v3_AccessLog[] | undefined;
  readonly upstreamLogOptions?: envoy_extensions_filters_http_router_v3_Router_UpstreamAccessLogOptions | undefined;
  readonly suppressEnvoyHeaders?: boolean | undefined;
  readonly strictCheckHeaders?: readonly string[] | undefined;
  readonly respectExpectedRqTimeout?: boolean | undefined;
  readonly suppressGrpcRequestFailureCodeStats?: boolean | undefined;
  readonly upstreamHttpFilters?: readonly envoy_extensions_filters_network_http_connection_manager_v3_HttpFilter[] | undefined;
  readonly rejectConnectRequestEarlyData?: google_protobuf_BoolValue | undefined;
}

interface envoy_extensions_filters_http_router_v3_Router_UpstreamAccessLogOptions {
  readonly flushUpstreamLogOnUpstreamStream?: boolean | undefined;
  readonly upstreamLogFlushInterval?: google_protobuf_Duration | undefined;
}

interface envoy_extensions_filters_http_set_filter_state_v3_Config {
  readonly onRequestHeaders?: readonly envoy_extensions_filters_common_set_filter_state_v3_FilterStateValue[] | undefined;
  readonly clearRouteCache?: boolean | undefined;
}

interface envoy_extensions_filters_http_set_metadata_v3_Config {
  /** @deprecated */
  readonly metadataNamespace?: string | undefined;
  /** @deprecated */
  readonly value?: google_protobuf_Struct | undefined;
  readonly metadata?: readonly envoy_extensions_filters_http_set_metadata_v3_Metadata[] | undefined;
}

interface envoy_extensions_filters_http_set_metadata_v3_Metadata {
  readonly metadataNamespace?: string | undefined;
  readonly allowOverwrite?: boolean | undefined;
  readonly value?: google_protobuf_Struct | undefined;
  readonly typedValue?: Any | undefined;
}

interface envoy_extensions_filters_http_sse_to_metadata_v3_SseToMetadata {
  readonly responseRules?: envoy_extensions_filters_http_sse_to_metadata_v3_SseToMetadata_ProcessingRules | undefined;
}

interface envoy_extensions_filters_http_sse_to_metadata_v3_SseToMetadata_ProcessingRules {
  readonly contentParser?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly maxEventSize?: google_protobuf_UInt32Value | undefined;
}

interface envoy_extensions_filters_http_upstream_codec_v3_UpstreamCodec {
}

interface envoy_extensions_filters_network_http_connection_manager_v3_EnvoyMobileHttpConnectionManager {
  readonly config?: envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_ForwardProtoConfig {
  readonly httpsDestinationPorts?: readonly number[] | undefined;
  readonly httpDestinationPorts?: readonly number[] | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager {
  readonly codecType?: "AUTO" | "HTTP1" | "HTTP2" | "HTTP3" | undefined;
  readonly statPrefix?: string | undefined;
  /** One of `routeSpecifier`. */
  readonly rds?: envoy_extensions_filters_network_http_connection_manager_v3_Rds | undefined;
  /** One of `routeSpecifier`. */
  readonly routeConfig?: envoy_config_route_v3_RouteConfiguration | undefined;
  /** One of `routeSpecifier`. */
  readonly scopedRoutes?: envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes | undefined;
  readonly httpFilters?: readonly envoy_extensions_filters_network_http_connection_manager_v3_HttpFilter[] | undefined;
  readonly addUserAgent?: google_protobuf_BoolValue | undefined;
  readonly tracing?: envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_Tracing | undefined;
  readonly commonHttpProtocolOptions?: envoy_config_core_v3_HttpProtocolOptions | undefined;
  readonly http1SafeMaxConnectionDuration?: boolean | undefined;
  readonly httpProtocolOptions?: envoy_config_core_v3_Http1ProtocolOptions | undefined;
  readonly http2ProtocolOptions?: envoy_config_core_v3_Http2ProtocolOptions | undefined;
  readonly http3ProtocolOptions?: envoy_config_core_v3_Http3ProtocolOptions | undefined;
  readonly serverName?: string | undefined;
  readonly serverHeaderTransformation?: "OVERWRITE" | "APPEND_IF_ABSENT" | "PASS_THROUGH" | undefined;
  readonly schemeHeaderTransformation?: envoy_config_core_v3_SchemeHeaderTransformation | undefined;
  readonly maxRequestHeadersKb?: google_protobuf_UInt32Value | undefined;
  readonly streamIdleTimeout?: google_protobuf_Duration | undefined;
  readonly streamFlushTimeout?: google_protobuf_Duration | undefined;
  readonly requestTimeout?: google_protobuf_Duration | undefined;
  readonly requestHeadersTimeout?: google_protobuf_Duration | undefined;
  readonly drainTimeout?: google_protobuf_Duration | undefined;
  readonly drainTimeoutJitter?: envoy_type_v3_Percent | undefined;
  readonly delayedCloseTimeout?: google_protobuf_Duration | undefined;
  readonly accessLog?: readonly envoy_config_accesslog_v3_AccessLog[] | undefined;
  /** @deprecated */
  readonly accessLogFlushInterval?: google_protobuf_Duration | undefined;
  /** @deprecated */
  readonly flushAccessLogOnNewRequest?: boolean | undefined;
  readonly accessLogOptions?: envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_HcmAccessLogOptions | undefined;
  readonly useRemoteAddress?: google_protobuf_BoolValue | undefined;
  readonly xffNumTrustedHops?: number | undefined;
  readonly originalIpDetectionExtensions?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
  readonly earlyHeaderMutationExtensions?: readonly envoy_config_core_v3_TypedExtensionConfig[] | undefined;
  readonly internalAddressConfig?: envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_InternalAddressConfig | undefined;
  readonly skipXffAppend?: boolean | undefined;
  readonly via?: string | undefined;
  readonly generateRequestId?: google_protobuf_BoolValue | undefined;
  readonly preserveExternalRequestId?: boolean | undefined;
  readonly alwaysSetRequestIdInResponse?: boolean | undefined;
  readonly forwardClientCertDetails?: "SANITIZE" | "FORWARD_ONLY" | "APPEND_FORWARD" | "SANITIZE_SET" | "ALWAYS_FORWARD_ONLY" | undefined;
  readonly setCurrentClientCertDetails?: envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_SetCurrentClientCertDetails | undefined;
  readonly forwardClientCertMatcher?: xds_type_matcher_v3_Matcher | undefined;
  readonly proxy_100Continue?: boolean | undefined;
  readonly representIpv4RemoteAddressAsIpv4MappedIpv6?: boolean | undefined;
  readonly upgradeConfigs?: readonly envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_UpgradeConfig[] | undefined;
  readonly normalizePath?: google_protobuf_BoolValue | undefined;
  readonly mergeSlashes?: boolean | undefined;
  readonly pathWithEscapedSlashesAction?: "IMPLEMENTATION_SPECIFIC_DEFAULT" | "KEEP_UNCHANGED" | "REJECT_REQUEST" | "UNESCAPE_AND_REDIRECT" | "UNESCAPE_AND_FORWARD" | undefined;
  readonly requestIdExtension?: envoy_extensions_filters_network_http_connection_manager_v3_RequestIDExtension | undefined;
  readonly localReplyConfig?: envoy_extensions_filters_network_http_connection_manager_v3_LocalReplyConfig | undefined;
  readonly stripMatchingHostPort?: boolean | undefined;
  /** One of `stripPortMode`. */
  readonly stripAnyHostPort?: boolean | undefined;
  readonly streamErrorOnInvalidHttpMessage?: google_protobuf_BoolValue | undefined;
  readonly pathNormalizationOptions?: envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_PathNormalizationOptions | undefined;
  readonly stripTrailingHostDot?: boolean | undefined;
  readonly proxyStatusConfig?: envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_ProxyStatusConfig | undefined;
  readonly typedHeaderValidationConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly appendXForwardedPort?: boolean | undefined;
  readonly appendLocalOverload?: boolean | undefined;
  readonly addProxyProtocolConnectionState?: google_protobuf_BoolValue | undefined;
  readonly forwardProtoConfig?: envoy_extensions_filters_network_http_connection_manager_v3_ForwardProtoConfig | undefined;
  readonly recordRouteResolutionStats?: boolean | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_ForwardClientCertConfig {
  readonly forwardClientCertDetails?: "SANITIZE" | "FORWARD_ONLY" | "APPEND_FORWARD" | "SANITIZE_SET" | "ALWAYS_FORWARD_ONLY" | undefined;
  readonly setCurrentClientCertDetails?: envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_SetCurrentClientCertDetails | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_HcmAccessLogOptions {
  readonly accessLogFlushInterval?: google_protobuf_Duration | undefined;
  readonly flushAccessLogOnNewRequest?: boolean | undefined;
  readonly flushLogOnTunnelSuccessfullyEstablished?: boolean | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_InternalAddressConfig {
  readonly unixSockets?: boolean | undefined;
  readonly cidrRanges?: readonly envoy_config_core_v3_CidrRange[] | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_PathNormalizationOptions {
  readonly forwardingTransformation?: envoy_type_http_v3_PathTransformation | undefined;
  readonly httpFilterTransformation?: envoy_type_http_v3_PathTransformation | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_ProxyStatusConfig {
  readonly removeDetails?: boolean | undefined;
  readonly removeConnectionTerminationDetails?: boolean | undefined;
  readonly removeResponseFlags?: boolean | undefined;
  readonly setRecommendedResponseCode?: boolean | undefined;
  /** One of `proxyName`. */
  readonly useNodeId?: boolean | undefined;
  /** One of `proxyName`. */
  readonly literalProxyName?: string | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_SetCurrentClientCertDetails {
  readonly subject?: google_protobuf_BoolValue | undefined;
  readonly cert?: boolean | undefined;
  readonly chain?: boolean | undefined;
  readonly dns?: boolean | undefined;
  readonly uri?: boolean | undefined;
  readonly issuer?: boolean | undefined;
  readonly format?: "TEXT" | "JSON" | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_Tracing {
  readonly clientSampling?: envoy_type_v3_Percent | undefined;
  readonly randomSampling?: envoy_type_v3_Percent | undefined;
  readonly overallSampling?: envoy_type_v3_Percent | undefined;
  readonly verbose?: boolean | undefined;
  readonly maxPathTagLength?: google_protobuf_UInt32Value | undefined;
  readonly customTags?: readonly envoy_type_tracing_v3_CustomTag[] | undefined;
  readonly provider?: envoy_config_trace_v3_Tracing_Http | undefined;
  readonly spawnUpstreamSpan?: google_protobuf_BoolValue | undefined;
  readonly operation?: string | undefined;
  readonly upstreamOperation?: string | undefined;
  readonly noContextPropagation?: boolean | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_HttpConnectionManager_UpgradeConfig {
  readonly upgradeType?: string | undefined;
  readonly filters?: readonly envoy_extensions_filters_network_http_connection_manager_v3_HttpFilter[] | undefined;
  readonly enabled?: google_protobuf_BoolValue | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_HttpFilter {
  readonly name?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
  /** One of `configType`. */
  readonly configDiscovery?: envoy_config_core_v3_ExtensionConfigSource | undefined;
  readonly isOptional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_LocalReplyConfig {
  readonly mappers?: readonly envoy_extensions_filters_network_http_connection_manager_v3_ResponseMapper[] | undefined;
  readonly bodyFormat?: envoy_config_core_v3_SubstitutionFormatString | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_Rds {
  readonly configSource?: envoy_config_core_v3_ConfigSource | undefined;
  readonly routeConfigName?: string | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_RequestIDExtension {
  readonly typedConfig?: Any | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_ResponseMapper {
  readonly filter?: envoy_config_accesslog_v3_AccessLogFilter | undefined;
  readonly statusCode?: google_protobuf_UInt32Value | undefined;
  readonly body?: envoy_config_core_v3_DataSource | undefined;
  readonly bodyFormatOverride?: envoy_config_core_v3_SubstitutionFormatString | undefined;
  readonly headersToAdd?: readonly envoy_config_core_v3_HeaderValueOption[] | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_ScopedRds {
  readonly scopedRdsConfigSource?: envoy_config_core_v3_ConfigSource | undefined;
  readonly srdsResourcesLocator?: string | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_ScopedRouteConfigurationsList {
  readonly scopedRouteConfigurations?: readonly envoy_config_route_v3_ScopedRouteConfiguration[] | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes {
  readonly name?: string | undefined;
  readonly scopeKeyBuilder?: envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder | undefined;
  readonly rdsConfigSource?: envoy_config_core_v3_ConfigSource | undefined;
  /** One of `configSpecifier`. */
  readonly scopedRouteConfigurationsList?: envoy_extensions_filters_network_http_connection_manager_v3_ScopedRouteConfigurationsList | undefined;
  /** One of `configSpecifier`. */
  readonly scopedRds?: envoy_extensions_filters_network_http_connection_manager_v3_ScopedRds | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder {
  readonly fragments?: readonly envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder_FragmentBuilder[] | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder_FragmentBuilder {
  /** One of `type`. */
  readonly headerValueExtractor?: envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder_FragmentBuilder_HeaderValueExtractor | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder_FragmentBuilder_HeaderValueExtractor {
  readonly name?: string | undefined;
  readonly elementSeparator?: string | undefined;
  /** One of `extractType`. */
  readonly index?: number | undefined;
  /** One of `extractType`. */
  readonly element?: envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder_FragmentBuilder_HeaderValueExtractor_KvElement | undefined;
}

interface envoy_extensions_filters_network_http_connection_manager_v3_ScopedRoutes_ScopeKeyBuilder_FragmentBuilder_HeaderValueExtractor_KvElement {
  readonly separator?: string | undefined;
  readonly key?: string | undefined;
}

interface envoy_extensions_formatter_generic_secret_v3_GenericSecret {
  readonly secretConfigs?: Readonly<Record<string, envoy_extensions_transport_sockets_tls_v3_SdsSecretConfig>> | undefined;
}

interface envoy_extensions_formatter_metadata_v3_Metadata {
}

interface envoy_extensions_formatter_req_without_query_v3_ReqWithoutQuery {
}

interface envoy_extensions_http_early_header_mutation_header_mutation_v3_HeaderMutation {
  readonly mutations?: readonly envoy_config_common_mutation_rules_v3_HeaderMutation[] | undefined;
}

interface envoy_extensions_http_injected_credentials_generic_v3_Generic {
  readonly credential?: envoy_extensions_transport_sockets_tls_v3_SdsSecretConfig | undefined;
  readonly header?: string | undefined;
  readonly headerValuePrefix?: string | undefined;
}

interface envoy_extensions_load_balancing_policies_client_side_weighted_round_robin_v3_ClientSideWeightedRoundRobin {
  readonly enableOobLoadReport?: google_protobuf_BoolValue | undefined;
  readonly oobReportingPeriod?: google_protobuf_Duration | undefined;
  readonly blackoutPeriod?: google_protobuf_Duration | undefined;
  readonly weightExpirationPeriod?: google_protobuf_Duration | undefined;
  readonly weightUpdatePeriod?: google_protobuf_Duration | undefined;
  readonly errorUtilizationPenalty?: google_protobuf_FloatValue | undefined;
  readonly metricNamesForComputingUtilization?: readonly string[] | undefined;
  readonly slowStartConfig?: envoy_extensions_load_balancing_policies_common_v3_SlowStartConfig | undefined;
  readonly oobReportingConfig?: envoy_extensions_load_balancing_policies_common_v3_OrcaOobReportingConfig | undefined;
}

interface envoy_extensions_load_balancing_policies_common_v3_ConsistentHashingLbConfig {
  readonly useHostnameForHashing?: boolean | undefined;
  readonly hashBalanceFactor?: google_protobuf_UInt32Value | undefined;
  readonly hashPolicy?: readonly envoy_config_route_v3_RouteAction_HashPolicy[] | undefined;
}

interface envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig {
  /** One of `localityConfigSpecifier`. */
  readonly zoneAwareLbConfig?: envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig_ZoneAwareLbConfig | undefined;
  /** One of `localityConfigSpecifier`. */
  readonly localityWeightedLbConfig?: envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig_LocalityWeightedLbConfig | undefined;
}

interface envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig_LocalityWeightedLbConfig {
}

interface envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig_ZoneAwareLbConfig {
  readonly routingEnabled?: envoy_type_v3_Percent | undefined;
  readonly minClusterSize?: google_protobuf_UInt64Value | undefined;
  readonly failTrafficOnPanic?: boolean | undefined;
  /** @deprecated */
  readonly forceLocalityDirectRouting?: boolean | undefined;
  readonly forceLocalZone?: envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig_ZoneAwareLbConfig_ForceLocalZone | undefined;
  readonly localityBasis?: "HEALTHY_HOSTS_NUM" | "HEALTHY_HOSTS_WEIGHT" | undefined;
}

interface envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig_ZoneAwareLbConfig_ForceLocalZone {
  readonly minSize?: google_protobuf_UInt32Value | undefined;
}

interface envoy_extensions_load_balancing_policies_common_v3_OrcaOobReportingConfig {
  readonly portValue?: number | undefined;
  readonly authority?: string | undefined;
  readonly transportSocketMatchCriteria?: google_protobuf_Struct | undefined;
}

interface envoy_extensions_load_balancing_policies_common_v3_SlowStartConfig {
  readonly slowStartWindow?: google_protobuf_Duration | undefined;
  readonly aggression?: envoy_config_core_v3_RuntimeDouble | undefined;
  readonly minWeightPercent?: envoy_type_v3_Percent | undefined;
}

interface envoy_extensions_load_balancing_policies_least_request_v3_LeastRequest {
  readonly choiceCount?: google_protobuf_UInt32Value | undefined;
  readonly activeRequestBias?: envoy_config_core_v3_RuntimeDouble | undefined;
  readonly slowStartConfig?: envoy_extensions_load_balancing_policies_common_v3_SlowStartConfig | undefined;
  readonly localityLbConfig?: envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig | undefined;
  /** @deprecated */
  readonly enableFullScan?: google_protobuf_BoolValue | undefined;
  readonly selectionMethod?: "N_CHOICES" | "FULL_SCAN" | undefined;
}

interface envoy_extensions_load_balancing_policies_round_robin_v3_RoundRobin {
  readonly slowStartConfig?: envoy_extensions_load_balancing_policies_common_v3_SlowStartConfig | undefined;
  readonly localityLbConfig?: envoy_extensions_load_balancing_policies_common_v3_LocalityLbConfig | undefined;
}

interface envoy_extensions_matching_common_inputs_network_v3_ApplicationProtocolInput {
}

interface envoy_extensions_matching_common_inputs_network_v3_DestinationIPInput {
}

interface envoy_extensions_matching_common_inputs_network_v3_DestinationPortInput {
}

interface envoy_extensions_matching_common_inputs_network_v3_DirectSourceIPInput {
}

interface envoy_extensions_matching_common_inputs_network_v3_DynamicMetadataInput {
  readonly filter?: string | undefined;
  readonly path?: readonly envoy_extensions_matching_common_inputs_network_v3_DynamicMetadataInput_PathSegment[] | undefined;
}

interface envoy_extensions_matching_common_inputs_network_v3_DynamicMetadataInput_PathSegment {
  /** One of `segment`. */
  readonly key?: string | undefined;
}

interface envoy_extensions_matching_common_inputs_network_v3_FilterStateInput {
  readonly key?: string | undefined;
  readonly field?: string | undefined;
}

interface envoy_extensions_matching_common_inputs_network_v3_NetworkNamespaceInput {
}

interface envoy_extensions_matching_common_inputs_network_v3_ServerNameInput {
}

interface envoy_extensions_matching_common_inputs_network_v3_SourceIPInput {
}

interface envoy_extensions_matching_common_inputs_network_v3_SourcePortInput {
}

interface envoy_extensions_matching_common_inputs_network_v3_SourceTypeInput {
}

interface envoy_extensions_matching_common_inputs_network_v3_TransportProtocolInput {
}

interface envoy_extensions_resource_monitors_downstream_connections_v3_DownstreamConnectionsConfig {
  readonly maxActiveDownstreamConnections?: number | undefined;
}

interface envoy_extensions_resource_monitors_fixed_heap_v3_FixedHeapConfig {
  readonly maxHeapSizeBytes?: number | undefined;
  readonly maxHeapSizeBytesRuntime?: envoy_config_core_v3_RuntimeUInt64 | undefined;
}

interface envoy_extensions_retry_host_previous_hosts_v3_PreviousHostsPredicate {
}

interface envoy_extensions_retry_priority_previous_priorities_v3_PreviousPrioritiesConfig {
  readonly updateFrequency?: number | undefined;
}

interface envoy_extensions_transport_sockets_raw_buffer_v3_RawBuffer {
}

interface envoy_extensions_transport_sockets_tls_v3_CertificateProviderPluginInstance {
  readonly instanceName?: string | undefined;
  readonly certificateName?: string | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_CertificateValidationContext {
  readonly trustedCa?: envoy_config_core_v3_DataSource | undefined;
  readonly caCertificateProviderInstance?: envoy_extensions_transport_sockets_tls_v3_CertificateProviderPluginInstance | undefined;
  readonly systemRootCerts?: envoy_extensions_transport_sockets_tls_v3_CertificateValidationContext_SystemRootCerts | undefined;
  readonly watchedDirectory?: envoy_config_core_v3_WatchedDirectory | undefined;
  readonly verifyCertificateSpki?: readonly string[] | undefined;
  readonly verifyCertificateHash?: readonly string[] | undefined;
  readonly matchTypedSubjectAltNames?: readonly envoy_extensions_transport_sockets_tls_v3_SubjectAltNameMatcher[] | undefined;
  /** @deprecated */
  readonly matchSubjectAltNames?: readonly envoy_type_matcher_v3_StringMatcher[] | undefined;
  readonly requireSignedCertificateTimestamp?: google_protobuf_BoolValue | undefined;
  readonly crl?: envoy_config_core_v3_DataSource | undefined;
  readonly allowExpiredCertificate?: boolean | undefined;
  readonly trustChainVerification?: "VERIFY_TRUST_CHAIN" | "ACCEPT_UNTRUSTED" | undefined;
  readonly customValidatorConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly onlyVerifyLeafCertCrl?: boolean | undefined;
  readonly maxVerifyDepth?: google_protobuf_UInt32Value | undefined;
  readonly suppressClientCaList?: boolean | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_CertificateValidationContext_SystemRootCerts {
}

interface envoy_extensions_transport_sockets_tls_v3_CommonTlsContext {
  readonly tlsParams?: envoy_extensions_transport_sockets_tls_v3_TlsParameters | undefined;
  readonly tlsCertificates?: readonly envoy_extensions_transport_sockets_tls_v3_TlsCertificate[] | undefined;
  readonly tlsCertificateSdsSecretConfigs?: readonly envoy_extensions_transport_sockets_tls_v3_SdsSecretConfig[] | undefined;
  readonly tlsCertificateProviderInstance?: envoy_extensions_transport_sockets_tls_v3_CertificateProviderPluginInstance | undefined;
  readonly customTlsCertificateSelector?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  /** @deprecated */
  readonly tlsCertificateCertificateProvider?: envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CertificateProvider | undefined;
  /** @deprecated */
  readonly tlsCertificateCertificateProviderInstance?: envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CertificateProviderInstance | undefined;
  /** One of `validationContextType`. */
  readonly validationContext?: envoy_extensions_transport_sockets_tls_v3_CertificateValidationContext | undefined;
  /** One of `validationContextType`. */
  readonly validationContextSdsSecretConfig?: envoy_extensions_transport_sockets_tls_v3_SdsSecretConfig | undefined;
  /** One of `validationContextType`. */
  readonly combinedValidationContext?: envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CombinedCertificateValidationContext | undefined;
  /** One of `validationContextType`. @deprecated */
  readonly validationContextCertificateProvider?: envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CertificateProvider | undefined;
  /** One of `validationContextType`. @deprecated */
  readonly validationContextCertificateProviderInstance?: envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CertificateProviderInstance | undefined;
  readonly alpnProtocols?: readonly string[] | undefined;
  readonly customHandshaker?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly keyLog?: envoy_extensions_transport_sockets_tls_v3_TlsKeyLog | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CertificateProvider {
  readonly name?: string | undefined;
  /** One of `config`. */
  readonly typedConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CertificateProviderInstance {
  readonly instanceName?: string | undefined;
  readonly certificateName?: string | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CombinedCertificateValidationContext {
  readonly defaultValidationContext?: envoy_extensions_transport_sockets_tls_v3_CertificateValidationContext | undefined;
  readonly validationContextSdsSecretConfig?: envoy_extensions_transport_sockets_tls_v3_SdsSecretConfig | undefined;
  /** @deprecated */
  readonly validationContextCertificateProvider?: envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CertificateProvider | undefined;
  /** @deprecated */
  readonly validationContextCertificateProviderInstance?: envoy_extensions_transport_sockets_tls_v3_CommonTlsContext_CertificateProviderInstance | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_DownstreamTlsContext {
  readonly commonTlsContext?: envoy_extensions_transport_sockets_tls_v3_CommonTlsContext | undefined;
  readonly requireClientCertificate?: google_protobuf_BoolValue | undefined;
  readonly requireSni?: google_protobuf_BoolValue | undefined;
  /** One of `sessionTicketKeysType`. */
  readonly sessionTicketKeys?: envoy_extensions_transport_sockets_tls_v3_TlsSessionTicketKeys | undefined;
  /** One of `sessionTicketKeysType`. */
  readonly sessionTicketKeysSdsSecretConfig?: envoy_extensions_transport_sockets_tls_v3_SdsSecretConfig | undefined;
  /** One of `sessionTicketKeysType`. */
  readonly disableStatelessSessionResumption?: boolean | undefined;
  readonly disableStatefulSessionResumption?: boolean | undefined;
  readonly sessionTimeout?: google_protobuf_Duration | undefined;
  readonly ocspStaplePolicy?: "LENIENT_STAPLING" | "STRICT_STAPLING" | "MUST_STAPLE" | undefined;
  readonly fullScanCertsOnSniMismatch?: google_protobuf_BoolValue | undefined;
  readonly preferClientCiphers?: boolean | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_GenericSecret {
  readonly secret?: envoy_config_core_v3_DataSource | undefined;
  readonly secrets?: Readonly<Record<string, envoy_config_core_v3_DataSource>> | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_PrivateKeyProvider {
  readonly providerName?: string | undefined;
  /** One of `configType`. */
  readonly typedConfig?: Any | undefined;
  readonly fallback?: boolean | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_SPIFFECertValidatorConfig {
  readonly trustDomains?: readonly envoy_extensions_transport_sockets_tls_v3_SPIFFECertValidatorConfig_TrustDomain[] | undefined;
  readonly trustBundles?: envoy_config_core_v3_DataSource | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_SPIFFECertValidatorConfig_TrustDomain {
  readonly name?: string | undefined;
  readonly trustBundle?: envoy_config_core_v3_DataSource | undefined;
  readonly workloadTrustDomain?: string | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_SdsSecretConfig {
  readonly name?: string | undefined;
  readonly sdsConfig?: envoy_config_core_v3_ConfigSource | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_Secret {
  readonly name?: string | undefined;
  /** One of `type`. */
  readonly tlsCertificate?: envoy_extensions_transport_sockets_tls_v3_TlsCertificate | undefined;
  /** One of `type`. */
  readonly sessionTicketKeys?: envoy_extensions_transport_sockets_tls_v3_TlsSessionTicketKeys | undefined;
  /** One of `type`. */
  readonly validationContext?: envoy_extensions_transport_sockets_tls_v3_CertificateValidationContext | undefined;
  /** One of `type`. */
  readonly genericSecret?: envoy_extensions_transport_sockets_tls_v3_GenericSecret | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_SubjectAltNameMatcher {
  readonly sanType?: "SAN_TYPE_UNSPECIFIED" | "EMAIL" | "DNS" | "URI" | "IP_ADDRESS" | "OTHER_NAME" | undefined;
  readonly matcher?: envoy_type_matcher_v3_StringMatcher | undefined;
  readonly oid?: string | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_TlsCertificate {
  readonly certificateChain?: envoy_config_core_v3_DataSource | undefined;
  readonly privateKey?: envoy_config_core_v3_DataSource | undefined;
  readonly pkcs12?: envoy_config_core_v3_DataSource | undefined;
  readonly watchedDirectory?: envoy_config_core_v3_WatchedDirectory | undefined;
  readonly privateKeyProvider?: envoy_extensions_transport_sockets_tls_v3_PrivateKeyProvider | undefined;
  readonly password?: envoy_config_core_v3_DataSource | undefined;
  readonly ocspStaple?: envoy_config_core_v3_DataSource | undefined;
  readonly signedCertificateTimestamp?: readonly envoy_config_core_v3_DataSource[] | undefined;
  readonly tlsParams?: envoy_extensions_transport_sockets_tls_v3_TlsParameters | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_TlsKeyLog {
  readonly path?: string | undefined;
  readonly localAddressRange?: readonly envoy_config_core_v3_CidrRange[] | undefined;
  readonly remoteAddressRange?: readonly envoy_config_core_v3_CidrRange[] | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_TlsParameters {
  readonly tlsMinimumProtocolVersion?: "TLS_AUTO" | "TLSv1_0" | "TLSv1_1" | "TLSv1_2" | "TLSv1_3" | undefined;
  readonly tlsMaximumProtocolVersion?: "TLS_AUTO" | "TLSv1_0" | "TLSv1_1" | "TLSv1_2" | "TLSv1_3" | undefined;
  readonly cipherSuites?: readonly string[] | undefined;
  readonly ecdhCurves?: readonly string[] | undefined;
  readonly signatureAlgorithms?: readonly string[] | undefined;
  readonly compliancePolicies?: readonly ("FIPS_202205" | "CNSA2_202603" | "CNSA1_202603")[] | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_TlsSessionTicketKeys {
  readonly keys?: readonly envoy_config_core_v3_DataSource[] | undefined;
}

interface envoy_extensions_transport_sockets_tls_v3_UpstreamTlsContext {
  readonly commonTlsContext?: envoy_extensions_transport_sockets_tls_v3_CommonTlsContext | undefined;
  readonly sni?: string | undefined;
  readonly autoHostSni?: boolean | undefined;
  readonly autoSniSanValidation?: boolean | undefined;
  readonly allowRenegotiation?: boolean | undefined;
  readonly maxSessionKeys?: google_protobuf_UInt32Value | undefined;
  /** @deprecated */
  readonly enforceRsaKeyUsage?: google_protobuf_BoolValue | undefined;
}

interface envoy_extensions_upstreams_http_v3_HttpProtocolOptions {
  readonly commonHttpProtocolOptions?: envoy_config_core_v3_HttpProtocolOptions | undefined;
  readonly upstreamHttpProtocolOptions?: envoy_config_core_v3_UpstreamHttpProtocolOptions | undefined;
  /** One of `upstreamProtocolOptions`. */
  readonly explicitHttpConfig?: envoy_extensions_upstreams_http_v3_HttpProtocolOptions_ExplicitHttpConfig | undefined;
  /** One of `upstreamProtocolOptions`. */
  readonly useDownstreamProtocolConfig?: envoy_extensions_upstreams_http_v3_HttpProtocolOptions_UseDownstreamHttpConfig | undefined;
  /** One of `upstreamProtocolOptions`. */
  readonly autoConfig?: envoy_extensions_upstreams_http_v3_HttpProtocolOptions_AutoHttpConfig | undefined;
  readonly httpFilters?: readonly envoy_extensions_filters_network_http_connection_manager_v3_HttpFilter[] | undefined;
  readonly headerValidationConfig?: envoy_config_core_v3_TypedExtensionConfig | undefined;
  readonly outlierDetection?: envoy_extensions_upstreams_http_v3_HttpProtocolOptions_OutlierDetection | undefined;
  readonly requestMirrorPolicies?: readonly envoy_config_route_v3_RouteAction_RequestMirrorPolicy[] | undefined;
  readonly hashPolicy?: readonly envoy_config_route_v3_RouteAction_HashPolicy[] | undefined;
  readonly retryPolicy?: envoy_config_route_v3_RetryPolicy | undefined;
}

interface envoy_extensions_upstreams_http_v3_HttpProtocolOptions_AutoHttpConfig {
  readonly httpProtocolOptions?: envoy_config_core_v3_Http1ProtocolOptions | undefined;
  readonly http2ProtocolOptions?: envoy_config_core_v3_Http2ProtocolOptions | undefined;
  readonly http3ProtocolOptions?: envoy_config_core_v3_Http3ProtocolOptions | undefined;
  readonly alternateProtocolsCacheOptions?: envoy_config_core_v3_AlternateProtocolsCacheOptions | undefined;
}

interface envoy_extensions_upstreams_http_v3_HttpProtocolOptions_ExplicitHttpConfig {
  /** One of `protocolConfig`. */
  readonly httpProtocolOptions?: envoy_config_core_v3_Http1ProtocolOptions | undefined;
  /** One of `protocolConfig`. */
  readonly http2ProtocolOptions?: envoy_config_core_v3_Http2ProtocolOptions | undefined;
  /** One of `protocolConfig`. */
  readonly http3ProtocolOptions?: envoy_config_core_v3_Http3ProtocolOptions | undefined;
}

interface envoy_extensions_upstreams_http_v3_HttpProtocolOptions_OutlierDetection {
  readonly errorMatcher?: envoy_config_common_matcher_v3_MatchPredicate | undefined;
}

interface envoy_extensions_upstreams_http_v3_HttpProtocolOptions_UseDownstreamHttpConfig {
  readonly httpProtocolOptions?: envoy_config_core_v3_Http1ProtocolOptions | undefined;
  readonly http2ProtocolOptions?: envoy_config_core_v3_Http2ProtocolOptions | undefined;
  readonly http3ProtocolOptions?: envoy_config_core_v3_Http3ProtocolOptions | undefined;
}

interface envoy_service_accesslog_v3_StreamAccessLogsMessage {
  readonly identifier?: envoy_service_accesslog_v3_StreamAccessLogsMessage_Identifier | undefined;
  /** One of `logEntries`. */
  readonly httpLogs?: envoy_service_accesslog_v3_StreamAccessLogsMessage_HTTPAccessLogEntries | undefined;
  /** One of `logEntries`. */
  readonly tcpLogs?: envoy_service_accesslog_v3_StreamAccessLogsMessage_TCPAccessLogEntries | undefined;
}

interface envoy_service_accesslog_v3_StreamAccessLogsMessage_HTTPAccessLogEntries {
  readonly logEntry?: readonly envoy_data_accesslog_v3_HTTPAccessLogEntry[] | undefined;
}

interface envoy_service_accesslog_v3_StreamAccessLogsMessage_Identifier {
  readonly node?: envoy_config_core_v3_Node | undefined;
  readonly logName?: string | undefined;
}

interface envoy_service_accesslog_v3_StreamAccessLogsMessage_TCPAccessLogEntries {
  readonly logEntry?: readonly envoy_data_accesslog_v3_TCPAccessLogEntry[] | undefined;
}

interface envoy_service_accesslog_v3_StreamAccessLogsResponse {
}

interface envoy_service_cluster_v3_CdsDummy {
}

interface envoy_service_discovery_v3_AdsDummy {
}

interface envoy_service_discovery_v3_DeltaDiscoveryRequest {
  readonly node?: envoy_config_core_v3_Node | undefined;
  readonly typeUrl?: string | undefined;
  readonly resourceNamesSubscribe?: readonly string[] | undefined;
  readonly resourceNamesUnsubscribe?: readonly string[] | undefined;
  readonly resourceLocatorsSubscribe?: readonly envoy_service_discovery_v3_ResourceLocator[] | undefined;
  readonly resourceLocatorsUnsubscribe?: readonly envoy_service_discovery_v3_ResourceLocator[] | undefined;
  readonly initialResourceVersions?: Readonly<Record<string, string>> | undefined;
  readonly responseNonce?: string | undefined;
  readonly errorDetail?: google_rpc_Status | undefined;
}

interface envoy_service_discovery_v3_DeltaDiscoveryResponse {
  readonly systemVersionInfo?: string | undefined;
  readonly resources?: readonly envoy_service_discovery_v3_Resource[] | undefined;
  readonly typeUrl?: string | undefined;
  readonly removedResources?: readonly string[] | undefined;
  readonly removedResourceNames?: readonly envoy_service_discovery_v3_ResourceName[] | undefined;
  readonly nonce?: string | undefined;
  readonly controlPlane?: envoy_config_core_v3_ControlPlane | undefined;
  readonly resourceErrors?: readonly envoy_service_discovery_v3_ResourceError[] | undefined;
}

interface envoy_service_discovery_v3_DiscoveryRequest {
  readonly versionInfo?: string | undefined;
  readonly node?: envoy_config_core_v3_Node | undefined;
  readonly resourceNames?: readonly string[] | undefined;
  readonly resourceLocators?: readonly envoy_service_discovery_v3_ResourceLocator[] | undefined;
  readonly typeUrl?: string | undefined;
  readonly responseNonce?: string | undefined;
  readonly errorDetail?: google_rpc_Status | undefined;
}

interface envoy_service_discovery_v3_DiscoveryResponse {
  readonly versionInfo?: string | undefined;
  readonly resources?: readonly Any[] | undefined;
  readonly canary?: boolean | undefined;
  readonly typeUrl?: string | undefined;
  readonly nonce?: string | undefined;
  readonly controlPlane?: envoy_config_core_v3_ControlPlane | undefined;
  readonly resourceErrors?: readonly envoy_service_discovery_v3_ResourceError[] | undefined;
}

interface envoy_service_discovery_v3_DynamicParameterConstraints {
  /** One of `type`. */
  readonly constraint?: envoy_service_discovery_v3_DynamicParameterConstraints_SingleConstraint | undefined;
  /** One of `type`. */
  readonly orConstraints?: envoy_service_discovery_v3_DynamicParameterConstraints_ConstraintList | undefined;
  /** One of `type`. */
  readonly andConstraints?: envoy_service_discovery_v3_DynamicParameterConstraints_ConstraintList | undefined;
  /** One of `type`. */
  readonly notConstraints?: envoy_service_discovery_v3_DynamicParameterConstraints | undefined;
}

interface envoy_service_discovery_v3_DynamicParameterConstraints_ConstraintList {
  readonly constraints?: readonly envoy_service_discovery_v3_DynamicParameterConstraints[] | undefined;
}

interface envoy_service_discovery_v3_DynamicParameterConstraints_SingleConstraint {
  readonly key?: string | undefined;
  /** One of `constraintType`. */
  readonly value?: string | undefined;
  /** One of `constraintType`. */
  readonly exists?: envoy_service_discovery_v3_DynamicParameterConstraints_SingleConstraint_Exists | undefined;
}

interface envoy_service_discovery_v3_DynamicParameterConstraints_SingleConstraint_Exists {
}

interface envoy_service_discovery_v3_Resource {
  readonly name?: string | undefined;
  readonly resourceName?: envoy_service_discovery_v3_ResourceName | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly version?: string | undefined;
  readonly resource?: Any | undefined;
  readonly ttl?: google_protobuf_Duration | undefined;
  readonly cacheControl?: envoy_service_discovery_v3_Resource_CacheControl | undefined;
  readonly metadata?: envoy_config_core_v3_Metadata | undefined;
}

interface envoy_service_discovery_v3_Resource_CacheControl {
  readonly doNotCache?: boolean | undefined;
}

interface envoy_service_discovery_v3_ResourceError {
  readonly resourceName?: envoy_service_discovery_v3_ResourceName | undefined;
  readonly errorDetail?: google_rpc_Status | undefined;
}

interface envoy_service_discovery_v3_ResourceLocator {
  readonly name?: string | undefined;
  readonly dynamicParameters?: Readonly<Record<string, string>> | undefined;
}

interface envoy_service_discovery_v3_ResourceName {
  readonly name?: string | undefined;
  readonly dynamicParameterConstraints?: envoy_service_discovery_v3_DynamicParameterConstraints | undefined;
}

interface envoy_service_endpoint_v3_EdsDummy {
}

interface envoy_service_endpoint_v3_LedsDummy {
}

interface envoy_service_extension_v3_EcdsDummy {
}

interface envoy_service_listener_v3_LdsDummy {
}

interface envoy_service_load_stats_v3_LoadStatsRequest {
  readonly node?: envoy_config_core_v3_Node | undefined;
  readonly clusterStats?: readonly envoy_config_endpoint_v3_ClusterStats[] | undefined;
}

interface envoy_service_load_stats_v3_LoadStatsResponse {
  readonly clusters?: readonly string[] | undefined;
  readonly sendAllClusters?: boolean | undefined;
  readonly loadReportingInterval?: google_protobuf_Duration | undefined;
  readonly reportEndpointGranularity?: boolean | undefined;
}

interface envoy_service_ratelimit_v3_RateLimitRequest {
  readonly domain?: string | undefined;
  readonly descriptors?: readonly envoy_extensions_common_ratelimit_v3_RateLimitDescriptor[] | undefined;
  readonly hitsAddend?: number | undefined;
}

interface envoy_service_ratelimit_v3_RateLimitResponse {
  readonly overallCode?: "UNKNOWN" | "OK" | "OVER_LIMIT" | undefined;
  readonly statuses?: readonly envoy_service_ratelimit_v3_RateLimitResponse_DescriptorStatus[] | undefined;
  readonly responseHeadersToAdd?: readonly envoy_config_core_v3_HeaderValue[] | undefined;
  readonly requestHeadersToAdd?: readonly envoy_config_core_v3_HeaderValue[] | undefined;
  readonly rawBody?: Uint8Array | undefined;
  readonly dynamicMetadata?: google_protobuf_Struct | undefined;
  readonly quota?: envoy_service_ratelimit_v3_RateLimitResponse_Quota | undefined;
}

interface envoy_service_ratelimit_v3_RateLimitResponse_DescriptorStatus {
  readonly code?: "UNKNOWN" | "OK" | "OVER_LIMIT" | undefined;
  readonly currentLimit?: envoy_service_ratelimit_v3_RateLimitResponse_RateLimit | undefined;
  readonly limitRemaining?: number | undefined;
  readonly durationUntilReset?: google_protobuf_Duration | undefined;
  readonly quota?: envoy_service_ratelimit_v3_RateLimitResponse_Quota | undefined;
}

interface envoy_service_ratelimit_v3_RateLimitResponse_Quota {
  readonly requests?: number | undefined;
  /** One of `expirationSpecifier`. */
  readonly validUntil?: google_protobuf_Timestamp | undefined;
  readonly id?: string | undefined;
}

interface envoy_service_ratelimit_v3_RateLimitResponse_RateLimit {
  readonly name?: string | undefined;
  readonly requestsPerUnit?: number | undefined;
  readonly unit?: "UNKNOWN" | "SECOND" | "MINUTE" | "HOUR" | "DAY" | "WEEK" | "MONTH" | "YEAR" | undefined;
  readonly unitMultiplier?: google_protobuf_UInt32Value | undefined;
}

interface envoy_service_route_v3_RdsDummy {
}

interface envoy_service_route_v3_SrdsDummy {
}

interface envoy_service_runtime_v3_RtdsDummy {
}

interface envoy_service_runtime_v3_Runtime {
  readonly name?: string | undefined;
  readonly layer?: google_protobuf_Struct | undefined;
}

interface envoy_service_secret_v3_SdsDummy {
}

interface envoy_service_status_v3_ClientConfig {
  readonly node?: envoy_config_core_v3_Node | undefined;
  /** @deprecated */
  readonly xdsConfig?: readonly envoy_service_status_v3_PerXdsConfig[] | undefined;
  readonly genericXdsConfigs?: readonly envoy_service_status_v3_ClientConfig_GenericXdsConfig[] | undefined;
  readonly clientScope?: string | undefined;
}

interface envoy_service_status_v3_ClientConfig_GenericXdsConfig {
  readonly typeUrl?: string | undefined;
  readonly name?: string | undefined;
  readonly versionInfo?: string | undefined;
  readonly xdsConfig?: Any | undefined;
  readonly lastUpdated?: google_protobuf_Timestamp | undefined;
  readonly configStatus?: "UNKNOWN" | "SYNCED" | "NOT_SENT" | "STALE" | "ERROR" | undefined;
  readonly clientStatus?: "UNKNOWN" | "REQUESTED" | "DOES_NOT_EXIST" | "ACKED" | "NACKED" | "RECEIVED_ERROR" | "TIMEOUT" | undefined;
  readonly errorState?: envoy_admin_v3_UpdateFailureState | undefined;
  readonly isStaticResource?: boolean | undefined;
}

interface envoy_service_status_v3_ClientStatusRequest {
  readonly nodeMatchers?: readonly envoy_type_matcher_v3_NodeMatcher[] | undefined;
  readonly node?: envoy_config_core_v3_Node | undefined;
  readonly excludeResourceContents?: boolean | undefined;
}

interface envoy_service_status_v3_ClientStatusResponse {
  readonly config?: readonly envoy_service_status_v3_ClientConfig[] | undefined;
}

interface envoy_service_status_v3_PerXdsConfig {
  readonly status?: "UNKNOWN" | "SYNCED" | "NOT_SENT" | "STALE" | "ERROR" | undefined;
  /** @deprecated */
  readonly clientStatus?: "CLIENT_UNKNOWN" | "CLIENT_REQUESTED" | "CLIENT_ACKED" | "CLIENT_NACKED" | "CLIENT_RECEIVED_ERROR" | undefined;
  /** One of `perXdsConfig`. */
  readonly listenerConfig?: envoy_admin_v3_ListenersConfigDump | undefined;
  /** One of `perXdsConfig`. */
  readonly clusterConfig?: envoy_admin_v3_ClustersConfigDump | undefined;
  /** One of `perXdsConfig`. */
  readonly routeConfig?: envoy_admin_v3_RoutesConfigDump | undefined;
  /** One of `perXdsConfig`. */
  readonly scopedRouteConfig?: envoy_admin_v3_ScopedRoutesConfigDump | undefined;
  /** One of `perXdsConfig`. */
  readonly endpointConfig?: envoy_admin_v3_EndpointsConfigDump | undefined;
}

interface envoy_type_http_v3_PathTransformation {
  readonly operations?: readonly envoy_type_http_v3_PathTransformation_Operation[] | undefined;
}

interface envoy_type_http_v3_PathTransformation_Operation {
  /** One of `operationSpecifier`. */
  readonly normalizePathRfc_3986?: envoy_type_http_v3_PathTransformation_Operation_NormalizePathRFC3986 | undefined;
  /** One of `operationSpecifier`. */
  readonly mergeSlashes?: envoy_type_http_v3_PathTransformation_Operation_MergeSlashes | undefined;
}

interface envoy_type_http_v3_PathTransformation_Operation_MergeSlashes {
}

interface envoy_type_http_v3_PathTransformation_Operation_NormalizePathRFC3986 {
}

interface envoy_type_matcher_v3_AddressMatcher {
  readonly ranges?: readonly xds_core_v3_CidrRange[] | undefined;
  readonly invertMatch?: boolean | undefined;
}

interface envoy_type_matcher_v3_DoubleMatcher {
  /** One of `matchPattern`. */
  readonly range?: envoy_type_v3_DoubleRange | undefined;
  /** One of `matchPattern`. */
  readonly exact?: number | undefined;
}

interface envoy_type_matcher_v3_FilterStateMatcher {
  readonly key?: string | undefined;
  /** One of `matcher`. */
  readonly stringMatch?: envoy_type_matcher_v3_StringMatcher | undefined;
  /** One of `matcher`. */
  readonly addressMatch?: envoy_type_matcher_v3_AddressMatcher | undefined;
}

interface envoy_type_matcher_v3_HttpRequestHeaderMatchInput {
  readonly headerName?: string | undefined;
}

interface envoy_type_matcher_v3_HttpRequestQueryParamMatchInput {
  readonly queryParam?: string | undefined;
}

interface envoy_type_matcher_v3_HttpRequestTrailerMatchInput {
  readonly headerName?: string | undefined;
}

interface envoy_type_matcher_v3_HttpResponseHeaderMatchInput {
  readonly headerName?: string | undefined;
}

interface envoy_type_matcher_v3_HttpResponseLocalReplyMatchInput {
}

interface envoy_type_matcher_v3_HttpResponseStatusCodeClassMatchInput {
}

interface envoy_type_matcher_v3_HttpResponseStatusCodeMatchInput {
}

interface envoy_type_matcher_v3_HttpResponseTrailerMatchInput {
  readonly headerName?: string | undefined;
}

interface envoy_type_matcher_v3_ListMatcher {
  /** One of `matchPattern`. */
  readonly oneOf?: envoy_type_matcher_v3_ValueMatcher | undefined;
}

interface envoy_type_matcher_v3_ListStringMatcher {
  readonly patterns?: readonly envoy_type_matcher_v3_StringMatcher[] | undefined;
}

interface envoy_type_matcher_v3_MetadataMatcher {
  readonly filter?: string | undefined;
  readonly path?: readonly envoy_type_matcher_v3_MetadataMatcher_PathSegment[] | undefined;
  readonly value?: envoy_type_matcher_v3_ValueMatcher | undefined;
  readonly invert?: boolean | undefined;
}

interface envoy_type_matcher_v3_MetadataMatcher_PathSegment {
  /** One of `segment`. */
  readonly key?: string | undefined;
}

interface envoy_type_matcher_v3_NodeMatcher {
  readonly nodeId?: envoy_type_matcher_v3_StringMatcher | undefined;
  readonly nodeMetadatas?: readonly envoy_type_matcher_v3_StructMatcher[] | undefined;
}

interface envoy_type_matcher_v3_OrMatcher {
  readonly valueMatchers?: readonly envoy_type_matcher_v3_ValueMatcher[] | undefined;
}

interface envoy_type_matcher_v3_PathMatcher {
  /** One of `rule`. */
  readonly path?: envoy_type_matcher_v3_StringMatcher | undefined;
}

interface envoy_type_matcher_v3_RegexMatchAndSubstitute {
  readonly pattern?: envoy_type_matcher_v3_RegexMatcher | undefined;
  readonly substitution?: string | undefined;
}

interface envoy_type_matcher_v3_RegexMatcher {
  /** One of `engineType`. @deprecated */
  readonly googleRe2?: envoy_type_matcher_v3_RegexMatcher_GoogleRE2 | undefined;
  readonly regex?: string | undefined;
}

interface envoy_type_matcher_v3_RegexMatcher_GoogleRE2 {
  /** @deprecated */
  readonly maxProgramSize?: google_protobuf_UInt32Value | undefined;
}

interface envoy_type_matcher_v3_StringMatcher {
  /** One of `matchPattern`. */
  readonly exact?: string | undefined;
  /** One of `matchPattern`. */
  readonly prefix?: string | undefined;
  /** One of `matchPattern`. */
  readonly suffix?: string | undefined;
  /** One of `matchPattern`. */
  readonly safeRegex?: envoy_type_matcher_v3_RegexMatcher | undefined;
  /** One of `matchPattern`. */
  readonly contains?: string | undefined;
  /** One of `matchPattern`. */
  readonly custom?: xds_core_v3_TypedExtensionConfig | undefined;
  readonly ignoreCase?: boolean | undefined;
}

interface envoy_type_matcher_v3_StructMatcher {
  readonly path?: readonly envoy_type_matcher_v3_StructMatcher_PathSegment[] | undefined;
  readonly value?: envoy_type_matcher_v3_ValueMatcher | undefined;
}

interface envoy_type_matcher_v3_StructMatcher_PathSegment {
  /** One of `segment`. */
  readonly key?: string | undefined;
}

interface envoy_type_matcher_v3_ValueMatcher {
  /** One of `matchPattern`. */
  readonly nullMatch?: envoy_type_matcher_v3_ValueMatcher_NullMatch | undefined;
  /** One of `matchPattern`. */
  readonly doubleMatch?: envoy_type_matcher_v3_DoubleMatcher | undefined;
  /** One of `matchPattern`. */
  readonly stringMatch?: envoy_type_matcher_v3_StringMatcher | undefined;
  /** One of `matchPattern`. */
  readonly boolMatch?: boolean | undefined;
  /** One of `matchPattern`. */
  readonly presentMatch?: boolean | undefined;
  /** One of `matchPattern`. */
  readonly listMatch?: envoy_type_matcher_v3_ListMatcher | undefined;
  /** One of `matchPattern`. */
  readonly orMatch?: envoy_type_matcher_v3_OrMatcher | undefined;
}

interface envoy_type_matcher_v3_ValueMatcher_NullMatch {
}

interface envoy_type_metadata_v3_MetadataKey {
  readonly key?: string | undefined;
  readonly path?: readonly envoy_type_metadata_v3_MetadataKey_PathSegment[] | undefined;
}

interface envoy_type_metadata_v3_MetadataKey_PathSegment {
  /** One of `segment`. */
  readonly key?: string | undefined;
  /** One of `segment`. */
  readonly index?: number | undefined;
}

interface envoy_type_metadata_v3_MetadataKind {
  /** One of `kind`. */
  readonly request?: envoy_type_metadata_v3_MetadataKind_Request | undefined;
  /** One of `kind`. */
  readonly route?: envoy_type_metadata_v3_MetadataKind_Route | undefined;
  /** One of `kind`. */
  readonly cluster?: envoy_type_metadata_v3_MetadataKind_Cluster | undefined;
  /** One of `kind`. */
  readonly host?: envoy_type_metadata_v3_MetadataKind_Host | undefined;
}

interface envoy_type_metadata_v3_MetadataKind_Cluster {
}

interface envoy_type_metadata_v3_MetadataKind_Host {
}

interface envoy_type_metadata_v3_MetadataKind_Request {
}

interface envoy_type_metadata_v3_MetadataKind_Route {
}

interface envoy_type_tracing_v3_CustomTag {
  readonly tag?: string | undefined;
  /** One of `type`. */
  readonly literal?: envoy_type_tracing_v3_CustomTag_Literal | undefined;
  /** One of `type`. */
  readonly environment?: envoy_type_tracing_v3_CustomTag_Environment | undefined;
  /** One of `type`. */
  readonly requestHeader?: envoy_type_tracing_v3_CustomTag_Header | undefined;
  /** One of `type`. */
  readonly metadata?: envoy_type_tracing_v3_CustomTag_Metadata | undefined;
  /** One of `type`. */
  readonly value?: string | undefined;
  readonly valueType?: "UNSPECIFIED" | "STRING" | "INT" | "DOUBLE" | "BOOL" | undefined;
}

interface envoy_type_tracing_v3_CustomTag_Environment {
  readonly name?: string | undefined;
  readonly defaultValue?: string | undefined;
}

interface envoy_type_tracing_v3_CustomTag_Header {
  readonly name?: string | undefined;
  readonly defaultValue?: string | undefined;
}

interface envoy_type_tracing_v3_CustomTag_Literal {
  readonly value?: string | undefined;
}

interface envoy_type_tracing_v3_CustomTag_Metadata {
  readonly kind?: envoy_type_metadata_v3_MetadataKind | undefined;
  readonly metadataKey?: envoy_type_metadata_v3_MetadataKey | undefined;
  readonly defaultValue?: string | undefined;
}

interface envoy_type_v3_DoubleRange {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

interface envoy_type_v3_FractionalPercent {
  readonly numerator?: number | undefined;
  readonly denominator?: "HUNDRED" | "TEN_THOUSAND" | "MILLION" | undefined;
}

interface envoy_type_v3_HashPolicy {
  /** One of `policySpecifier`. */
  readonly sourceIp?: envoy_type_v3_HashPolicy_SourceIp | undefined;
  /** One of `policySpecifier`. */
  readonly filterState?: envoy_type_v3_HashPolicy_FilterState | undefined;
}

interface envoy_type_v3_HashPolicy_FilterState {
  readonly key?: string | undefined;
}

interface envoy_type_v3_HashPolicy_SourceIp {
}

interface envoy_type_v3_HttpStatus {
  readonly code?: "Empty" | "Continue" | "OK" | "Created" | "Accepted" | "NonAuthoritativeInformation" | "NoContent" | "ResetContent" | "PartialContent" | "MultiStatus" | "AlreadyReported" | "IMUsed" | "MultipleChoices" | "MovedPermanently" | "Found" | "SeeOther" | "NotModified" | "UseProxy" | "TemporaryRedirect" | "PermanentRedirect" | "BadRequest" | "Unauthorized" | "PaymentRequired" | "Forbidden" | "NotFound" | "MethodNotAllowed" | "NotAcceptable" | "ProxyAuthenticationRequired" | "RequestTimeout" | "Conflict" | "Gone" | "LengthRequired" | "PreconditionFailed" | "PayloadTooLarge" | "URITooLong" | "UnsupportedMediaType" | "RangeNotSatisfiable" | "ExpectationFailed" | "MisdirectedRequest" | "UnprocessableEntity" | "Locked" | "FailedDependency" | "UpgradeRequired" | "PreconditionRequired" | "TooManyRequests" | "RequestHeaderFieldsTooLarge" | "InternalServerError" | "NotImplemented" | "BadGateway" | "ServiceUnavailable" | "GatewayTimeout" | "HTTPVersionNotSupported" | "VariantAlsoNegotiates" | "InsufficientStorage" | "LoopDetected" | "NotExtended" | "NetworkAuthenticationRequired" | undefined;
}

interface envoy_type_v3_Int32Range {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

interface envoy_type_v3_Int64Range {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

interface envoy_type_v3_Percent {
  readonly value?: number | undefined;
}

interface envoy_type_v3_RateLimitStrategy {
  /** One of `strategy`. */
  readonly blanketRule?: "ALLOW_ALL" | "DENY_ALL" | undefined;
  /** One of `strategy`. */
  readonly requestsPerTimeUnit?: envoy_type_v3_RateLimitStrategy_RequestsPerTimeUnit | undefined;
  /** One of `strategy`. */
  readonly tokenBucket?: envoy_type_v3_TokenBucket | undefined;
}

interface envoy_type_v3_RateLimitStrategy_RequestsPerTimeUnit {
  readonly requestsPerTimeUnit?: number | undefined;
  readonly timeUnit?: "UNKNOWN" | "SECOND" | "MINUTE" | "HOUR" | "DAY" | "MONTH" | "YEAR" | undefined;
}

interface envoy_type_v3_Scope {
  readonly maxCounters?: google_protobuf_UInt32Value | undefined;
  readonly maxGauges?: google_protobuf_UInt32Value | undefined;
  readonly maxHistograms?: google_protobuf_UInt32Value | undefined;
  readonly enableEviction?: boolean | undefined;
  readonly prefix?: string | undefined;
  readonly sharingName?: string | undefined;
}

interface envoy_type_v3_SemanticVersion {
  readonly majorNumber?: number | undefined;
  readonly minorNumber?: number | undefined;
  readonly patch?: number | undefined;
}

interface envoy_type_v3_TokenBucket {
  readonly maxTokens?: number | undefined;
  readonly tokensPerFill?: google_protobuf_UInt32Value | undefined;
  readonly fillInterval?: google_protobuf_Duration | undefined;
}

interface google_api_expr_v1alpha1_CheckedExpr {
  readonly referenceMap?: Readonly<Record<string, google_api_expr_v1alpha1_Reference>> | undefined;
  readonly typeMap?: Readonly<Record<string, google_api_expr_v1alpha1_Type>> | undefined;
  readonly sourceInfo?: google_api_expr_v1alpha1_SourceInfo | undefined;
  readonly exprVersion?: string | undefined;
  readonly expr?: google_api_expr_v1alpha1_Expr | undefined;
}

interface google_api_expr_v1alpha1_Constant {
  /** One of `constantKind`. */
  readonly nullValue?: "NULL_VALUE" | undefined;
  /** One of `constantKind`. */
  readonly boolValue?: boolean | undefined;
  /** One of `constantKind`. */
  readonly int64Value?: number | undefined;
  /** One of `constantKind`. */
  readonly uint64Value?: number | undefined;
  /** One of `constantKind`. */
  readonly doubleValue?: number | undefined;
  /** One of `constantKind`. */
  readonly stringValue?: string | undefined;
  /** One of `constantKind`. */
  readonly bytesValue?: Uint8Array | undefined;
  /** One of `constantKind`. @deprecated */
  readonly durationValue?: google_protobuf_Duration | undefined;
  /** One of `constantKind`. @deprecated */
  readonly timestampValue?: google_protobuf_Timestamp | undefined;
}

interface google_api_expr_v1alpha1_Decl {
  readonly name?: string | undefined;
  /** One of `declKind`. */
  readonly ident?: google_api_expr_v1alpha1_Decl_IdentDecl | undefined;
  /** One of `declKind`. */
  readonly function?: google_api_expr_v1alpha1_Decl_FunctionDecl | undefined;
}

interface google_api_expr_v1alpha1_Decl_FunctionDecl {
  readonly overloads?: readonly google_api_expr_v1alpha1_Decl_FunctionDecl_Overload[] | undefined;
  readonly doc?: string | undefined;
}

interface google_api_expr_v1alpha1_Decl_FunctionDecl_Overload {
  readonly overloadId?: string | undefined;
  readonly params?: readonly google_api_expr_v1alpha1_Type[] | undefined;
  readonly typeParams?: readonly string[] | undefined;
  readonly resultType?: google_api_expr_v1alpha1_Type | undefined;
  readonly isInstanceFunction?: boolean | undefined;
  readonly doc?: string | undefined;
}

interface google_api_expr_v1alpha1_Decl_IdentDecl {
  readonly type?: google_api_expr_v1alpha1_Type | undefined;
  readonly value?: google_api_expr_v1alpha1_Constant | undefined;
  readonly doc?: string | undefined;
}

interface google_api_expr_v1alpha1_Expr {
  readonly id?: number | undefined;
  /** One of `exprKind`. */
  readonly constExpr?: google_api_expr_v1alpha1_Constant | undefined;
  /** One of `exprKind`. */
  readonly identExpr?: google_api_expr_v1alpha1_Expr_Ident | undefined;
  /** One of `exprKind`. */
  readonly selectExpr?: google_api_expr_v1alpha1_Expr_Select | undefined;
  /** One of `exprKind`. */
  readonly callExpr?: google_api_expr_v1alpha1_Expr_Call | undefined;
  /** One of `exprKind`. */
  readonly listExpr?: google_api_expr_v1alpha1_Expr_CreateList | undefined;
  /** One of `exprKind`. */
  readonly structExpr?: google_api_expr_v1alpha1_Expr_CreateStruct | undefined;
  /** One of `exprKind`. */
  readonly comprehensionExpr?: google_api_expr_v1alpha1_Expr_Comprehension | undefined;
}

interface google_api_expr_v1alpha1_Expr_Call {
  readonly target?: google_api_expr_v1alpha1_Expr | undefined;
  readonly function?: string | undefined;
  readonly args?: readonly google_api_expr_v1alpha1_Expr[] | undefined;
}

interface google_api_expr_v1alpha1_Expr_Comprehension {
  readonly iterVar?: string | undefined;
  readonly iterVar2?: string | undefined;
  readonly iterRange?: google_api_expr_v1alpha1_Expr | undefined;
  readonly accuVar?: string | undefined;
  readonly accuInit?: google_api_expr_v1alpha1_Expr | undefined;
  readonly loopCondition?: google_api_expr_v1alpha1_Expr | undefined;
  readonly loopStep?: google_api_expr_v1alpha1_Expr | undefined;
  readonly result?: google_api_expr_v1alpha1_Expr | undefined;
}

interface google_api_expr_v1alpha1_Expr_CreateList {
  readonly elements?: readonly google_api_expr_v1alpha1_Expr[] | undefined;
  readonly optionalIndices?: readonly number[] | undefined;
}

interface google_api_expr_v1alpha1_Expr_CreateStruct {
  readonly messageName?: string | undefined;
  readonly entries?: readonly google_api_expr_v1alpha1_Expr_CreateStruct_Entry[] | undefined;
}

interface google_api_expr_v1alpha1_Expr_CreateStruct_Entry {
  readonly id?: number | undefined;
  /** One of `keyKind`. */
  readonly fieldKey?: string | undefined;
  /** One of `keyKind`. */
  readonly mapKey?: google_api_expr_v1alpha1_Expr | undefined;
  readonly value?: google_api_expr_v1alpha1_Expr | undefined;
  readonly optionalEntry?: boolean | undefined;
}

interface google_api_expr_v1alpha1_Expr_Ident {
  readonly name?: string | undefined;
}

interface google_api_expr_v1alpha1_Expr_Select {
  readonly operand?: google_api_expr_v1alpha1_Expr | undefined;
  readonly field?: string | undefined;
  readonly testOnly?: boolean | undefined;
}

interface google_api_expr_v1alpha1_ParsedExpr {
  readonly expr?: google_api_expr_v1alpha1_Expr | undefined;
  readonly sourceInfo?: google_api_expr_v1alpha1_SourceInfo | undefined;
}

interface google_api_expr_v1alpha1_Reference {
  readonly name?: string | undefined;
  readonly overloadId?: readonly string[] | undefined;
  readonly value?: google_api_expr_v1alpha1_Constant | undefined;
}

interface google_api_expr_v1alpha1_SourceInfo {
  readonly syntaxVersion?: string | undefined;
  readonly location?: string | undefined;
  readonly lineOffsets?: readonly number[] | undefined;
  readonly positions?: Readonly<Record<string, number>> | undefined;
  readonly macroCalls?: Readonly<Record<string, google_api_expr_v1alpha1_Expr>> | undefined;
  readonly extensions?: readonly google_api_expr_v1alpha1_SourceInfo_Extension[] | undefined;
}

interface google_api_expr_v1alpha1_SourceInfo_Extension {
  readonly id?: string | undefined;
  readonly affectedComponents?: readonly ("COMPONENT_UNSPECIFIED" | "COMPONENT_PARSER" | "COMPONENT_TYPE_CHECKER" | "COMPONENT_RUNTIME")[] | undefined;
  readonly version?: google_api_expr_v1alpha1_SourceInfo_Extension_Version | undefined;
}

interface google_api_expr_v1alpha1_SourceInfo_Extension_Version {
  readonly major?: number | undefined;
  readonly minor?: number | undefined;
}

interface google_api_expr_v1alpha1_SourcePosition {
  readonly location?: string | undefined;
  readonly offset?: number | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

interface google_api_expr_v1alpha1_Type {
  /** One of `typeKind`. */
  readonly dyn?: google_protobuf_Empty | undefined;
  /** One of `typeKind`. */
  readonly null?: "NULL_VALUE" | undefined;
  /** One of `typeKind`. */
  readonly primitive?: "PRIMITIVE_TYPE_UNSPECIFIED" | "BOOL" | "INT64" | "UINT64" | "DOUBLE" | "STRING" | "BYTES" | undefined;
  /** One of `typeKind`. */
  readonly wrapper?: "PRIMITIVE_TYPE_UNSPECIFIED" | "BOOL" | "INT64" | "UINT64" | "DOUBLE" | "STRING" | "BYTES" | undefined;
  /** One of `typeKind`. */
  readonly wellKnown?: "WELL_KNOWN_TYPE_UNSPECIFIED" | "ANY" | "TIMESTAMP" | "DURATION" | undefined;
  /** One of `typeKind`. */
  readonly listType?: google_api_expr_v1alpha1_Type_ListType | undefined;
  /** One of `typeKind`. */
  readonly mapType?: google_api_expr_v1alpha1_Type_MapType | undefined;
  /** One of `typeKind`. */
  readonly function?: google_api_expr_v1alpha1_Type_FunctionType | undefined;
  /** One of `typeKind`. */
  readonly messageType?: string | undefined;
  /** One of `typeKind`. */
  readonly typeParam?: string | undefined;
  /** One of `typeKind`. */
  readonly type?: google_api_expr_v1alpha1_Type | undefined;
  /** One of `typeKind`. */
  readonly error?: google_protobuf_Empty | undefined;
  /** One of `typeKind`. */
  readonly abstractType?: google_api_expr_v1alpha1_Type_AbstractType | undefined;
}

interface google_api_expr_v1alpha1_Type_AbstractType {
  readonly name?: string | undefined;
  readonly parameterTypes?: readonly google_api_expr_v1alpha1_Type[] | undefined;
}

interface google_api_expr_v1alpha1_Type_FunctionType {
  readonly resultType?: google_api_expr_v1alpha1_Type | undefined;
  readonly argTypes?: readonly google_api_expr_v1alpha1_Type[] | undefined;
}

interface google_api_expr_v1alpha1_Type_ListType {
  readonly elemType?: google_api_expr_v1alpha1_Type | undefined;
}

interface google_api_expr_v1alpha1_Type_MapType {
  readonly keyType?: google_api_expr_v1alpha1_Type | undefined;
  readonly valueType?: google_api_expr_v1alpha1_Type | undefined;
}

interface google_protobuf_BoolValue {
  readonly value?: boolean | undefined;
}

interface google_protobuf_BytesValue {
  readonly value?: Uint8Array | undefined;
}

interface google_protobuf_DoubleValue {
  readonly value?: number | undefined;
}

interface google_protobuf_Duration {
  readonly seconds?: number | undefined;
  readonly nanos?: number | undefined;
}

interface google_protobuf_Empty {
}

interface google_protobuf_FloatValue {
  readonly value?: number | undefined;
}

interface google_protobuf_Int32Value {
  readonly value?: number | undefined;
}

interface google_protobuf_Int64Value {
  readonly value?: number | undefined;
}

interface google_protobuf_ListValue {
  readonly values?: readonly google_protobuf_Value[] | undefined;
}

interface google_protobuf_StringValue {
  readonly value?: string | undefined;
}

interface google_protobuf_Struct {
  readonly fields?: Readonly<Record<string, google_protobuf_Value>> | undefined;
}

interface google_protobuf_Timestamp {
  readonly seconds?: number | undefined;
  readonly nanos?: number | undefined;
}

interface google_protobuf_UInt32Value {
  readonly value?: number | undefined;
}

interface google_protobuf_UInt64Value {
  readonly value?: number | undefined;
}

interface google_protobuf_Value {
  /** One of `kind`. */
  readonly nullValue?: "NULL_VALUE" | undefined;
  /** One of `kind`. */
  readonly numberValue?: number | undefined;
  /** One of `kind`. */
  readonly stringValue?: string | undefined;
  /** One of `kind`. */
  readonly boolValue?: boolean | undefined;
  /** One of `kind`. */
  readonly structValue?: google_protobuf_Struct | undefined;
  /** One of `kind`. */
  readonly listValue?: google_protobuf_ListValue | undefined;
}

interface google_rpc_Status {
  readonly code?: number | undefined;
  readonly message?: string | undefined;
  readonly details?: readonly Any[] | undefined;
}

interface xds_core_v3_Authority {
  readonly name?: string | undefined;
}

interface xds_core_v3_CidrRange {
  readonly addressPrefix?: string | undefined;
  readonly prefixLen?: google_protobuf_UInt32Value | undefined;
}

interface xds_core_v3_CollectionEntry {
  /** One of `resourceSpecifier`. */
  readonly locator?: xds_core_v3_ResourceLocator | undefined;
  /** One of `resourceSpecifier`. */
  readonly inlineEntry?: xds_core_v3_CollectionEntry_InlineEntry | undefined;
}

interface xds_core_v3_CollectionEntry_InlineEntry {
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  readonly resource?: Any | undefined;
}

interface xds_core_v3_ContextParams {
  readonly params?: Readonly<Record<string, string>> | undefined;
}

interface xds_core_v3_ResourceLocator {
  readonly scheme?: "XDSTP" | "HTTP" | "FILE" | undefined;
  readonly id?: string | undefined;
  readonly authority?: string | undefined;
  readonly resourceType?: string | undefined;
  /** One of `contextParamSpecifier`. */
  readonly exactContext?: xds_core_v3_ContextParams | undefined;
  readonly directives?: readonly xds_core_v3_ResourceLocator_Directive[] | undefined;
}

interface xds_core_v3_ResourceLocator_Directive {
  /** One of `directive`. */
  readonly alt?: xds_core_v3_ResourceLocator | undefined;
  /** One of `directive`. */
  readonly entry?: string | undefined;
}

interface xds_core_v3_TypedExtensionConfig {
  readonly name?: string | undefined;
  readonly typedConfig?: Any | undefined;
}

interface xds_type_matcher_v3_CelMatcher {
  readonly exprMatch?: xds_type_v3_CelExpression | undefined;
  readonly description?: string | undefined;
}

interface xds_type_matcher_v3_DoubleRangeMatcher {
  readonly rangeMatchers?: readonly xds_type_matcher_v3_DoubleRangeMatcher_RangeMatcher[] | undefined;
}

interface xds_type_matcher_v3_DoubleRangeMatcher_RangeMatcher {
  readonly ranges?: readonly xds_type_v3_DoubleRange[] | undefined;
  readonly onMatch?: xds_type_matcher_v3_Matcher_OnMatch | undefined;
}

interface xds_type_matcher_v3_HttpAttributesCelMatchInput {
}

interface xds_type_matcher_v3_IPMatcher {
  readonly rangeMatchers?: readonly xds_type_matcher_v3_IPMatcher_IPRangeMatcher[] | undefined;
}

interface xds_type_matcher_v3_IPMatcher_IPRangeMatcher {
  readonly ranges?: readonly xds_core_v3_CidrRange[] | undefined;
  readonly onMatch?: xds_type_matcher_v3_Matcher_OnMatch | undefined;
  readonly exclusive?: boolean | undefined;
}

interface xds_type_matcher_v3_Int32RangeMatcher {
  readonly rangeMatchers?: readonly xds_type_matcher_v3_Int32RangeMatcher_RangeMatcher[] | undefined;
}

interface xds_type_matcher_v3_Int32RangeMatcher_RangeMatcher {
  readonly ranges?: readonly xds_type_v3_Int32Range[] | undefined;
  readonly onMatch?: xds_type_matcher_v3_Matcher_OnMatch | undefined;
}

interface xds_type_matcher_v3_Int64RangeMatcher {
  readonly rangeMatchers?: readonly xds_type_matcher_v3_Int64RangeMatcher_RangeMatcher[] | undefined;
}

interface xds_type_matcher_v3_Int64RangeMatcher_RangeMatcher {
  readonly ranges?: readonly xds_type_v3_Int64Range[] | undefined;
  readonly onMatch?: xds_type_matcher_v3_Matcher_OnMatch | undefined;
}

interface xds_type_matcher_v3_ListStringMatcher {
  readonly patterns?: readonly xds_type_matcher_v3_StringMatcher[] | undefined;
}

interface xds_type_matcher_v3_Matcher {
  /** One of `matcherType`. */
  readonly matcherList?: xds_type_matcher_v3_Matcher_MatcherList | undefined;
  /** One of `matcherType`. */
  readonly matcherTree?: xds_type_matcher_v3_Matcher_MatcherTree | undefined;
  readonly onNoMatch?: xds_type_matcher_v3_Matcher_OnMatch | undefined;
}

interface xds_type_matcher_v3_Matcher_MatcherList {
  readonly matchers?: readonly xds_type_matcher_v3_Matcher_MatcherList_FieldMatcher[] | undefined;
}

interface xds_type_matcher_v3_Matcher_MatcherList_FieldMatcher {
  readonly predicate?: xds_type_matcher_v3_Matcher_MatcherList_Predicate | undefined;
  readonly onMatch?: xds_type_matcher_v3_Matcher_OnMatch | undefined;
}

interface xds_type_matcher_v3_Matcher_MatcherList_Predicate {
  /** One of `matchType`. */
  readonly singlePredicate?: xds_type_matcher_v3_Matcher_MatcherList_Predicate_SinglePredicate | undefined;
  /** One of `matchType`. */
  readonly orMatcher?: xds_type_matcher_v3_Matcher_MatcherList_Predicate_PredicateList | undefined;
  /** One of `matchType`. */
  readonly andMatcher?: xds_type_matcher_v3_Matcher_MatcherList_Predicate_PredicateList | undefined;
  /** One of `matchType`. */
  readonly notMatcher?: xds_type_matcher_v3_Matcher_MatcherList_Predicate | undefined;
}

interface xds_type_matcher_v3_Matcher_MatcherList_Predicate_PredicateList {
  readonly predicate?: readonly xds_type_matcher_v3_Matcher_MatcherList_Predicate[] | undefined;
}

interface xds_type_matcher_v3_Matcher_MatcherList_Predicate_SinglePredicate {
  readonly input?: xds_core_v3_TypedExtensionConfig | undefined;
  /** One of `matcher`. */
  readonly valueMatch?: xds_type_matcher_v3_StringMatcher | undefined;
  /** One of `matcher`. */
  readonly customMatch?: xds_core_v3_TypedExtensionConfig | undefined;
}

interface xds_type_matcher_v3_Matcher_MatcherTree {
  readonly input?: xds_core_v3_TypedExtensionConfig | undefined;
  /** One of `treeType`. */
  readonly exactMatchMap?: xds_type_matcher_v3_Matcher_MatcherTree_MatchMap | undefined;
  /** One of `treeType`. */
  readonly prefixMatchMap?: xds_type_matcher_v3_Matcher_MatcherTree_MatchMap | undefined;
  /** One of `treeType`. */
  readonly customMatch?: xds_core_v3_TypedExtensionConfig | undefined;
}

interface xds_type_matcher_v3_Matcher_MatcherTree_MatchMap {
  readonly map?: Readonly<Record<string, xds_type_matcher_v3_Matcher_OnMatch>> | undefined;
}

interface xds_type_matcher_v3_Matcher_OnMatch {
  /** One of `onMatch`. */
  readonly matcher?: xds_type_matcher_v3_Matcher | undefined;
  /** One of `onMatch`. */
  readonly action?: xds_core_v3_TypedExtensionConfig | undefined;
  readonly keepMatching?: boolean | undefined;
}

interface xds_type_matcher_v3_RegexMatcher {
  /** One of `engineType`. */
  readonly googleRe2?: xds_type_matcher_v3_RegexMatcher_GoogleRE2 | undefined;
  readonly regex?: string | undefined;
}

interface xds_type_matcher_v3_RegexMatcher_GoogleRE2 {
}

interface xds_type_matcher_v3_ServerNameMatcher {
  readonly domainMatchers?: readonly xds_type_matcher_v3_ServerNameMatcher_DomainMatcher[] | undefined;
}

interface xds_type_matcher_v3_ServerNameMatcher_DomainMatcher {
  readonly domains?: readonly string[] | undefined;
  readonly onMatch?: xds_type_matcher_v3_Matcher_OnMatch | undefined;
}

interface xds_type_matcher_v3_StringMatcher {
  /** One of `matchPattern`. */
  readonly exact?: string | undefined;
  /** One of `matchPattern`. */
  readonly prefix?: string | undefined;
  /** One of `matchPattern`. */
  readonly suffix?: string | undefined;
  /** One of `matchPattern`. */
  readonly safeRegex?: xds_type_matcher_v3_RegexMatcher | undefined;
  /** One of `matchPattern`. */
  readonly contains?: string | undefined;
  /** One of `matchPattern`. */
  readonly custom?: xds_core_v3_TypedExtensionConfig | undefined;
  readonly ignoreCase?: boolean | undefined;
}

interface xds_type_v3_CelExpression {
  /** One of `exprSpecifier`. @deprecated */
  readonly parsedExpr?: google_api_expr_v1alpha1_ParsedExpr | undefined;
  /** One of `exprSpecifier`. @deprecated */
  readonly checkedExpr?: google_api_expr_v1alpha1_CheckedExpr | undefined;
  readonly celExprParsed?: cel_expr_ParsedExpr | undefined;
  readonly celExprChecked?: cel_expr_CheckedExpr | undefined;
  readonly celExprString?: string | undefined;
}

interface xds_type_v3_CelExtractString {
  readonly exprExtract?: xds_type_v3_CelExpression | undefined;
  readonly defaultValue?: google_protobuf_StringValue | undefined;
}

interface xds_type_v3_DoubleRange {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

interface xds_type_v3_Int32Range {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

interface xds_type_v3_Int64Range {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}
